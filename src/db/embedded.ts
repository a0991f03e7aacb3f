// PostgreSQL from npm: one child process, a socket in its own folder, and only our own operating system user gets in.
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { placeFor, runsAs, usualHome } from './places.ts'
import { answers, launch, type Place, stopPostgres, urlOf } from './postgres.ts'

/** What the caller may want to hear: a sentence for the log, and that the folder now belongs to another server. */
type Ears = { home?: string; say?: (sentence: string) => void; onLost?: (sentence: string) => void }
export type Embedded = {
  /** Its administrator, for migrations; pools log in as less (see pools.ts). */
  url: string
  /** Found running: a server that is killed leaves its PostgreSQL behind. */
  adopted: boolean
  /** Where the data is: the folder that was asked for, or one that the database's user can enter. */
  place: string
  stop: () => Promise<void>
}

/** Start PostgreSQL on this folder, or adopt the one that runs there, keep it running, and keep every other server out. */
export async function startEmbedded(folder: string, { home = usualHome, say = console.error, onLost = say }: Ears = {}): Promise<Embedded> {
  const asked = path.resolve(folder)
  const uid = runsAs(asked)
  const place: Place = { data: placeFor(asked, uid, home), uid, home }
  const url = urlOf(place.data)
  const adopted = await answers(url)
  if (!adopted) await launch(place)
  let lock = await claim(url, asked)
  let stopping = false

  const keep = async () => {
    await lost(lock)
    if (stopping) return
    say('PostgreSQL is gone. Starting it again.')
    for (let [pause, told] = [50, '']; !stopping; pause = Math.min(pause * 2, 500)) {
      try {
        if (!(await answers(url))) await launch(place)
        lock = await claim(url, asked)
        if (stopping) return void lock.end()
        say('PostgreSQL is back.')
        return void keep()
      } catch (error) {
        if (error instanceof Taken) return onLost(error.message)
        const { message } = error as Error
        const gist = message.replaceAll(/\d+/g, '') // a full disk may take the night, and one line of it is enough
        if (gist !== told) say(`${message} Trying again until it starts.`)
        told = gist
        await wait(pause)
      }
    }
  }
  void keep()

  const stop = async () => {
    stopping = true
    await lock.end().catch(() => {})
    await stopPostgres(place.data)
  }
  return { url, adopted, place: place.data, stop }
}

class Taken extends Error {}

/** The lock lives on a connection, so it ends with this process however it ends, and no stale file can keep us out. */
async function claim(url: string, folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: `rolecall ${process.pid}` })
  client.on('error', () => {})
  await client.connect()
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await client.query('select pg_try_advisory_lock(7, 7) as ours')
    if (rows[0].ours) return client
    await wait(50) // the lock of a server that was killed is let go within a moment
  }
  const { rows } = await client.query(
    `select application_name as name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and classid = 7 and objid = 7`,
  )
  await client.end()
  const holder = rows[0]?.name.replace('rolecall', 'process')
  throw new Taken(
    `Another Rolecall (${holder}) is running on ${folder}. Stop it first, or give this one a folder of its own with ROLECALL_DATA.`,
  )
}

const lost = (client: pg.Client) => new Promise<void>((done) => client.once('end', done))
