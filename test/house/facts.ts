// What a story needs to know besides the answer: what the database holds, and that a refusal has left no trace but one.
import pg from 'pg'
import { expect, inject } from 'vitest'
import type { AuditLine } from '#core/work/trail.ts'
import type { Staged } from './cast.ts'
import type { Answer } from './visitor.ts'

let pool: pg.Pool | undefined
/** Asks the database past every wall. */
export async function sql<Row = Record<string, never>>(text: string, values: unknown[] = []): Promise<Row[]> {
  pool ??= new pg.Pool({ connectionString: inject('databaseUrl'), max: 4, allowExitOnIdle: true })
  return (await pool.query(text, values)).rows as Row[]
}

type Agency = Pick<Staged<string>, 'id'>
const kept = {
  agency: `select * from rolecall.agency where id = $1`,
  person: `select * from rolecall.person where agency_id = $1 order by id`,
  invitation: `select * from rolecall.invitation where agency_id = $1 order by id`,
  change: `select id, noun, thing from rolecall.change where agency_id = $1 order by id`,
  letters: `select id, recipient, subject from rolecall.outbox where agency_id = $1 order by id`,
  allowed: `select seq, line from rolecall.audit where agency_id = $1 and decision = 'allowed' order by seq`,
  places: `select * from login.directory_person where agency_id = $1 order by login_id`,
  links: `select * from login.directory_invitation where agency_id = $1 order by token_hash`,
  sessions: `select s.id from login.login_session s join login.directory_person p using (login_id) where p.agency_id = $1 order by s.id`,
}
export type Snapshot = Record<keyof typeof kept, unknown[]>

/** Everything an agency has, its refusals excepted. */
export async function everything({ id }: Agency): Promise<Snapshot> {
  const parts = Object.entries(kept).map(async ([name, text]) => [name, await sql(text, [id])] as const)
  return Object.fromEntries(await Promise.all(parts)) as Snapshot
}

/** The lines of the audit, oldest first. */
export async function lines({ id }: Agency): Promise<AuditLine[]> {
  const rows = await sql<{ line: string }>('select line from rolecall.audit where agency_id = $1 order by seq', [id])
  return rows.map(({ line }) => JSON.parse(line) as AuditLine)
}

type Why = { status?: number; code: string; whoCan?: string[]; says?: string | RegExp }
type Try = { who: string; method: string; path: string; body?: unknown }

/** Somebody tries what is refused: the status, the code, who can instead; nothing changed, and the try is in the activity. */
export async function refused<Name extends string>(
  agency: Staged<Name>,
  [who, method, path, body]: [Name, string, string, unknown?],
  why: Why,
): Promise<Answer> {
  const before = await everything(agency)
  const answer = await agency.as(who, method, path, body)
  const tried: Try = { who, method, path, body }
  expect({ status: answer.status, code: answer.body.code }, JSON.stringify({ tried, said: answer.body })).toEqual({
    status: why.status ?? 403,
    code: why.code,
  })
  expect(answer.body.message).toMatch(/^\S.*\.$/)
  if (why.says) expect(answer.body.message).toMatch(why.says)
  if (why.whoCan) expect(namesOf(answer).sort()).toEqual([...why.whoCan].sort())
  expect(await everything(agency)).toEqual(before)
  if (method !== 'GET') {
    const last = (await lines(agency)).at(-1)
    expect(last).toMatchObject({ decision: 'refused', actor: { id: agency.people[who].id }, details: { code: why.code } })
    if (answer.body.action) expect(last!.action).toBe(answer.body.action)
  }
  return answer
}

/** Who can, by name; by title where the asker may see nobody. */
export const namesOf = ({ body }: Answer): string[] =>
  (body.whoCan ?? []).map((one: { name?: string; title: string }) => one.name ?? one.title)

/** Not there at all: 404, nothing changed, and nothing said about whose it is. */
export async function notThere<Name extends string>(agency: Staged<Name>, [who, method, path, body]: [Name, string, string, unknown?]) {
  const before = await everything(agency)
  const answer = await agency.as(who, method, path, body)
  expect([answer.status, answer.body.code], `${method} ${path}`).toEqual([404, 'not_found'])
  expect(await everything(agency)).toEqual(before)
}

/** Where the letter's button leads: the token of an invitation. */
export const tokenIn = ({ text }: { text: string }) => /\/invitation\/([\w-]+)/.exec(text)![1]!
