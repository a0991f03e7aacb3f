import fs from 'node:fs'
import path from 'node:path'
import { defineCommand } from 'citty'
import { verifyAll } from '#core/audit/verify.ts'
import { startEmbedded } from '#db/embedded.ts'
import { openPool } from '#db/pools.ts'
import { answers, urlOf } from '#db/postgres.ts'
import { readConfig } from '../config.ts'

/** rolecall verify: is every line of every agency's activity the one that was written? Also while the server is open. */
export const verify = defineCommand({
  meta: { name: 'verify', description: 'Check the hash chain of every agency, and name the first bad row.' },
  args: { demo: { type: 'boolean', description: 'the agencies of the demo', default: false } },
  async run({ args: { demo } }) {
    const database = await reach(readConfig(process.env, demo ? ['--demo'] : []))
    const pools = { app: openPool(database.url, 'app', 1), login: openPool(database.url, 'login', 1) }
    const [count, bad] = [{ agencies: 0, rows: 0 }, [] as string[]]
    try {
      for await (const { agency, slug, ...found } of verifyAll(pools)) {
        count.agencies++
        count.rows += found.rows
        if (found.bad) bad.push(`${slug ?? agency}: row ${found.bad.seq} is bad: ${found.bad.why}.`)
      }
    } finally {
      await Promise.all([pools.app.end(), pools.login.end()])
      await database.stop()
    }
    for (const sentence of bad) console.error(sentence)
    if (bad.length) process.exitCode = 1
    else console.log(`${count.agencies} agencies, ${count.rows} rows: every line is the one that was written.`)
  },
})

type Where = Pick<ReturnType<typeof readConfig>, 'database' | 'data' | 'home'>

/** The database of a server that runs is joined; one that rests is started for as long as this takes. */
async function reach({ database, data, home }: Where): Promise<{ url: string; stop: () => Promise<void> }> {
  const resting = async () => {}
  if (database) return { url: database, stop: resting }
  const folder = path.join(data, 'postgres')
  if (!fs.existsSync(folder)) throw new Error(`There is no database in ${data} yet.`)
  const url = urlOf(fs.realpathSync(folder))
  return (await answers(url)) ? { url, stop: resting } : startEmbedded(folder, { home, say: () => {} })
}
