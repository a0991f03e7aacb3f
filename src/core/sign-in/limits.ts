// Doors that Better Auth does not guard are counted in its own table, so that a restart or a second process forgets nothing.
import { type Kysely, sql } from 'kysely'
import { tooMany } from '../errors.ts'
import { newId } from '../work/trail.ts'
import type { LoginTables } from './auth.ts'

/** `tries`: how many this one counts for. */
type Limit = { most: number; minutes: number; tries?: number }

/** Counts one more try under this key, and refuses when there were too many. Atomic: tries at the same instant are all counted. */
export async function limitTries(db: Kysely<LoginTables>, key: string, { most, minutes, tries = 1 }: Limit): Promise<void> {
  const now = Date.now()
  const begins = now - minutes * 60_000
  const { rows } = await sql<{ count: number; last_request: number }>`
    insert into login_rate (id, key, count, last_request) values (${newId()}, ${key}, ${tries}, ${now})
    on conflict (key) do update set
      count = case when login_rate.last_request < ${begins} then ${tries} else login_rate.count + ${tries} end,
      last_request = case when login_rate.last_request < ${begins} then ${now} else login_rate.last_request end
    returning count, last_request`.execute(db)
  const { count, last_request } = rows[0]!
  if (count <= most) return
  const left = Math.max(1, Math.ceil((last_request + minutes * 60_000 - now) / 60_000))
  throw tooMany('rate.limited', `That was tried too often. Try again in ${soon(left)}.`)
}

const soon = (minutes: number) => (minutes === 1 ? 'a minute' : minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`)

/** Where the request comes from, as our own server saw it. */
export const sourceIn = (headers: Headers) => headers.get('x-rolecall-source') ?? 'unknown'
