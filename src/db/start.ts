// The database of a start: ours in the data folder or yours, brought up to this program, its walls tried before anybody comes in.
import fs from 'node:fs'
import path from 'node:path'
import { checkSafe, selfTest } from './checks.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pools.ts'

type Config = { data: string; home: string; database?: string | undefined; unsafeDatabase: string[] }
/** `says`: what whoever starts it should know about where the data is; empty when it is where it was asked for. */
type Database = { url: string; says: string; stop: () => Promise<void> }

/** Ready to be used, or nothing runs and the error says why. `onLost`: another server has taken the folder, so this one has to end. */
export async function startDatabase(
  config: Config,
  say: (sentence: string) => void,
  onLost: (sentence: string) => void = say,
): Promise<Database> {
  const database = config.database ? await yours(config.database, config.unsafeDatabase) : await ours(config, say, onLost)
  try {
    await migrate(database.url)
    await wallsStand(database.url)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function yours(url: string, unsafe: string[]): Promise<Database> {
  await checkSafe(url, unsafe)
  return { url, says: '', stop: async () => {} }
}

async function ours({ data, home }: Config, say: (sentence: string) => void, onLost: (sentence: string) => void): Promise<Database> {
  const asked = path.join(data, 'postgres')
  const { url, place, stop } = await startEmbedded(asked, { home, say, onLost })
  const elsewhere = place !== path.join(fs.realpathSync(data), 'postgres')
  return { url, stop, says: elsewhere ? `, with its data in ${place}` : '' }
}

async function wallsStand(url: string) {
  const pool = openPool(url, 'app', 1)
  try {
    await selfTest(pool)
  } finally {
    await pool.end()
  }
}
