// Watches what is committed. The table `change` is the truth and NOTIFY only says "look now", so a lost one costs half a second.
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Change, Live } from '#core/live.ts'
import type { Pool } from '#db/pools.ts'

type Told = Change & { id: string; floor: string }
type Watch = Live & { wake(atOnce: boolean): void; stop(): Promise<void> }

/** Which of these sessions are still there? One question a process, however many pages are open. */
type Alive = (sessions: string[]) => Promise<Set<string>>

export function watchChanges(pool: Pool, alive: Alive, { listen = true, every = 500 } = {}): Watch {
  const streams = new Map<string, Set<Stream>>()
  const stopping = new AbortController()
  let floor: string | undefined
  let told = new Set<string>()
  let looking: Promise<void> | undefined
  let again = false

  // Transactions commit out of order: what is not older than the oldest still open is read again, and told once.
  async function look() {
    do {
      again = false
      floor ??= (await pool.query<{ floor: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as floor')).rows[0]!.floor
      const text =
        'select id, agency_id, noun, thing, pg_snapshot_xmin(pg_current_snapshot())::text as floor from change where xid >= $1::xid8 order by xid, id'
      const { rows } = await pool.query<Told>({ name: 'since', text, values: [floor] })
      for (const row of rows) if (!told.has(row.id)) for (const stream of streams.get(row.agency_id) ?? []) stream.push(row)
      told = new Set(rows.map((row) => row.id))
      floor = rows[0]?.floor ?? floor
    } while (again)
  }
  const wake = () => {
    if (looking) again = true
    else
      looking = look()
        .catch(() => {}) // the database is away: the next look is half a second off
        .finally(() => {
          looking = undefined
        })
  }
  async function endOrphans() {
    const open = [...streams.values()].flatMap((of) => [...of])
    if (open.length === 0) return
    const living = await alive([...new Set(open.map((stream) => stream.session))])
    for (const stream of open) if (!living.has(stream.session)) stream.end()
  }
  const timer = setInterval(() => {
    wake()
    endOrphans().catch(() => {}) // the database is away: nothing is decided, so nothing is sent either
  }, every)
  wake()
  const listening = listen ? listenFor(pool, wake, stopping.signal) : Promise.resolve()

  let calling = false
  return {
    /** After a commit, tells every process, ours included: rights at once, the rest at most once in five milliseconds. */
    wake(atOnce) {
      wake()
      if (!listen || (calling && !atOnce)) return
      calling = true
      setTimeout(
        () => {
          calling = false
          pool.query('notify rolecall').catch(() => {})
        },
        atOnce ? 0 : 5,
      )
    },
    /** Heard from now on, not from when the first one is asked for: what changes in between is not lost. */
    of(agency, session, signal) {
      const stream = new Stream(session)
      stream.push({ agency_id: agency, noun: 'hello', thing: agency })
      const here = streams.get(agency) ?? new Set()
      streams.set(agency, here.add(stream))
      const leave = () => {
        stream.end()
        here.delete(stream)
        if (here.size === 0 && streams.get(agency) === here) streams.delete(agency)
      }
      signal?.addEventListener('abort', leave, { once: true })
      stopping.signal.addEventListener('abort', leave, { once: true })
      return (async function* () {
        try {
          yield* stream
        } finally {
          leave()
          stopping.signal.removeEventListener('abort', leave)
        }
      })()
    },
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await looking
      await listening
    },
  }
}

/** One connection that listens, and is made anew when it is lost. */
async function listenFor(pool: Pool, wake: () => void, signal: AbortSignal) {
  while (!signal.aborted) {
    const client = new pg.Client(pool.options as pg.ClientConfig)
    client.on('error', () => {}) // unheard, a connection that is lost at any moment would end the program
    try {
      await client.connect()
      client.on('notification', wake)
      await client.query('listen rolecall')
      wake()
      await new Promise<void>((lost) => {
        client.once('end', lost)
        client.once('error', () => lost())
        if (signal.aborted) lost() // told to stop while it was connecting
        signal.addEventListener('abort', () => lost(), { once: true })
      })
    } catch {}
    await client.end().catch(() => {})
    await wait(300, undefined, { signal }).catch(() => {})
  }
}

/** What one page has not heard yet. Who does not listen for long loses the connection and asks anew, so nothing grows without end. */
class Stream implements AsyncIterable<Change> {
  readonly session: string
  #waiting: Change[] = []
  #ended = false
  #wake: (() => void) | undefined
  constructor(session: string) {
    this.session = session
  }
  push(change: Change) {
    if (this.#waiting.push(change) > 1000) this.#ended = true
    this.#wake?.()
  }
  end() {
    this.#ended = true
    this.#wake?.()
  }
  async *[Symbol.asyncIterator]() {
    while (!this.#ended) {
      const next = this.#waiting.shift()
      if (next !== undefined) yield next
      else
        await new Promise<void>((go) => {
          this.#wake = go
        })
    }
  }
}
