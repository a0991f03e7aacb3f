// A corner of the run's PostgreSQL for one test file: its own schema, gone afterwards.
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'

const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export type Scratch = Awaited<ReturnType<typeof openScratch>>

export async function openScratch() {
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  const schema = `scratch_${crypto.randomUUID().replaceAll('-', '')}`
  await client.query(`create schema ${schema}; set search_path = ${schema}`)
  return {
    run: (text: string, values: unknown[] = []) => client.query(text, values),
    /** Runs what the policy wrote; `spoil` rewrites its text first, to show that the comparison notices. */
    async ask(query: RawBuilder<unknown>, spoil: (text: string) => string = (text) => text) {
      const { sql, parameters } = query.compile(compiler)
      return (await client.query(spoil(sql), parameters as unknown[])).rows
    },
    textOf: (query: RawBuilder<unknown>) => query.compile(compiler).sql,
    async close() {
      await client.query(`drop schema ${schema} cascade`)
      await client.end()
    },
  }
}
