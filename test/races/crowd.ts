// Hundreds of agencies at once, written by hand; requests still go through the real handlers.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { hashToken } from '#core/sign-in/hashed-sessions.ts'
import { newId } from '#core/work/trail.ts'
import type { Kind, Level } from '#db/tables.ts'
import { cookieOf } from '../house/cast.ts'
import { sql } from '../house/facts.ts'
import type { TestHouse } from '../house/house.ts'
import { type Answer, visitor } from '../house/visitor.ts'

export type Racing<Name extends string> = {
  id: string
  people: Record<Name, { id: string; login: string; email: string }>
  as(name: Name, method: string, path: string, body?: unknown): Promise<Answer>
  cookie(name: Name): string
}

/** So many agencies with the same few people; the first of them keeps it. Everybody has signed in a moment ago. */
export async function crowd<Name extends string>(
  house: TestHouse,
  many: number,
  kind: Kind,
  levels: Record<Name, Level>,
): Promise<Racing<Name>[]> {
  const names = Object.keys(levels) as Name[]
  const agencies = Array.from({ length: many }, () => newId())
  const staged = agencies.map((id) => {
    const of = names.map((name) => ({
      name,
      agency_id: id,
      id: newId(),
      login: newId(),
      session: newId(),
      token: randomBytes(24).toString('base64url'),
      level: levels[name],
      email: `${name}@a-${id.slice(-12)}.example`,
    }))
    return { id, of }
  })
  const people = JSON.stringify(staged.flatMap(({ of }) => of.map((one) => ({ ...one, token: hashToken(one.token) }))))
  const from = `from jsonb_to_recordset($1) as x(name text, agency_id uuid, id uuid, login uuid, session uuid, token text, level text, email text)`
  const keepers = JSON.stringify(staged.map(({ id, of }) => ({ id, owner: of[0]!.id })))
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  await client.query('begin')
  await client.query(`insert into login.login (id, name, email, email_verified) select login, name, email, true ${from}`, [people])
  await client.query(
    `insert into login.login_session (id, login_id, token, expires_at, updated_at) select session, login, token, now() + interval '1 day', now() ${from}`,
    [people],
  )
  await client.query(
    `insert into rolecall.person (agency_id, id, login_id, name, email, level, created_via) select agency_id, id, login, name, email, level, 'invitation' ${from}`,
    [people],
  )
  const agency = `insert into rolecall.agency (id, kind, name, slug, zone, currency, colour, owner_id) select id, $2, 'Race', id::text, 'UTC', 'USD', '#000000', owner from jsonb_to_recordset($1) as x(id uuid, owner uuid)`
  await client.query(agency, [keepers, kind])
  await client.query(`insert into rolecall.audit_head (agency_id, seq, hash) select id, 0, '' from jsonb_to_recordset($1) as x(id uuid)`, [
    keepers,
  ])
  await client.query('commit')
  await client.end()
  return staged.map(({ id, of }) => {
    const visitors = Object.fromEntries(of.map((one) => [one.name, visitor(house, cookieOf(one.token))]))
    return {
      id,
      people: Object.fromEntries(of.map((one) => [one.name, { id: one.id, login: one.login, email: one.email }])) as Racing<Name>['people'],
      as: (name, method, path, body) => visitors[name]!.call(method, `/api/agencies/${id}${path}`, body),
      cookie: (name) => visitors[name]!.cookie,
    }
  })
}

/** Does something with each, a few at a time. */
export async function fewAtOnce<One, Result>(
  ones: readonly One[],
  few: number,
  todo: (one: One, i: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async () => {
    while (next < ones.length) {
      const i = next++
      results[i] = await todo(ones[i]!, i)
    }
  }
  await Promise.all(Array.from({ length: few }, worker))
  return results
}

const ofThese = `a.id = any($1::uuid[])`
/** How many of these agencies do not have exactly one keeper who is active and of the right level. */
export async function withoutKeeper(agencies: { id: string }[]): Promise<number> {
  const text = `select count(*)::int as n from rolecall.agency a where ${ofThese} and not exists (select from rolecall.person p
    where p.agency_id = a.id and p.id = a.owner_id and p.status = 'active' and p.level = case a.kind when 'media' then 'admin' else 'administrator' end)`
  return (await sql<{ n: number }>(text, [agencies.map(({ id }) => id)]))[0]!.n
}

/** Looks every ten milliseconds until it is told to stop; how often it looked, and how often something was wrong. */
export function sampler(agencies: { id: string }[]) {
  const seen = { looks: 0, wrong: 0 }
  let stopping = false
  const looking = (async () => {
    while (!stopping) {
      seen.wrong += await withoutKeeper(agencies)
      seen.looks++
      await new Promise((go) => setTimeout(go, 10))
    }
  })()
  return async () => {
    stopping = true
    await looking
    return seen
  }
}

/** A scratch table and a pool of its own, for the twin that looks first and writes later. */
export async function scratch<Result>(table: string, columns: string, todo: (pool: pg.Pool) => Promise<Result>): Promise<Result> {
  const pool = new pg.Pool({ connectionString: inject('databaseUrl'), max: 12 })
  await pool.query(`create unlogged table ${table} (${columns})`)
  try {
    return await todo(pool)
  } finally {
    await pool.query(`drop table ${table}`)
    await pool.end()
  }
}
