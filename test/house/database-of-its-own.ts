// A database beside the run's own, so that a story about letters or outages is nobody else's.
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '#db/migrate.ts'

export async function databaseOfItsOwn() {
  const run = inject('databaseUrl')
  const name = `own_${process.pid}_${Date.now()}`
  const admin = new pg.Client(run)
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = run.replace('/postgres?', `/${name}?`)
  await migrate(url)
  const seen = new pg.Pool({ connectionString: url, max: 1 })
  return {
    url,
    seen,
    async drop() {
      await seen.end()
      // Whoever is thrown out says so as an error that nobody hears: those who are leaving are waited for.
      const left = async () => (await admin.query('select from pg_stat_activity where datname = $1', [name])).rowCount === 0
      for (let tries = 0; tries < 100 && !(await left()); tries++) await new Promise((go) => setTimeout(go, 50))
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
