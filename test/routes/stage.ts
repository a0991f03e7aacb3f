// Two agencies of a kind with everybody in them that a rule can tell apart, and a look at their rows from outside every wall.

import type { Selectable } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import { hashToken } from '#core/sign-in/hashed-sessions.ts'
import { newId } from '#core/work/trail.ts'
import type { Kind, Tables } from '#db/tables.ts'
import { mediaAgency, type Somebody, staffingAgency } from '../house/cast.ts'
import type { TestHouse } from '../house/house.ts'

export type Row = Record<string, unknown> & { id: string; agency_id: string; version: number }
export type Stage = {
  kind: Kind
  id: string
  slug: string
  people: Record<string, Somebody>
  /** Ids by what they are of. */
  person: Record<'one' | 'other' | 'client' | 'deactivated' | 'unregistered', string>
  invitation: Record<'open' | 'revoked', string>
}
/** Who acts, from the weakest to the strongest, so that nobody is out before they have tried. */
export const actors: Record<Kind, readonly string[]> = {
  staffing: ['kofi', 'tara', 'dana', 'sam', 'adam', 'olive'],
  media: ['drew', 'agnes', 'connie', 'vic', 'stan', 'ada'],
}

export async function stage(house: TestHouse, kind: Kind): Promise<Stage> {
  const { id, slug, people, as } = kind === 'staffing' ? await staffingAgency(house) : await mediaAgency(house)
  const top = (kind === 'staffing' ? 'olive' : 'ada') as never
  const cast = people as Record<string, Somebody>
  const must = async (method: string, path: string, body?: unknown) => {
    const { status, body: said } = await as(top, method, path, body)
    if (status !== 200) throw new Error(`The stage is not set: ${method} ${path} answers ${status} ${JSON.stringify(said)}`)
    return said
  }
  const invited = async (address: string) =>
    (await must('POST', '/invitations', { emails: [`${address}@${slug}.example`], level: kind === 'staffing' ? 'standard' : 'staff' }))
      .invitations[0].id
  const invitation = { open: await invited('iris'), revoked: await invited('rene') }
  await must('DELETE', `/invitations/${invitation.revoked}`)
  const added = await must('POST', '/people', {
    name: 'Uma',
    email: `uma@${slug}.example`,
    phone: null,
    title: null,
    level: kind === 'staffing' ? 'talent' : 'agent',
  })
  if (kind === 'media') {
    await must('POST', `/people/${cast.drew!.id}/deactivation`)
    await signInAgain(house, cast.drew!) // which ended the session: with a new one, only the agency can refuse
  }
  // One of the middle level sees less than the others.
  const narrow = kind === 'staffing' ? ['dana', 'all_talent'] : ['vic', 'user_management']
  await must('PUT', `/people/${cast[narrow[0]!]!.id}/switches/${narrow[1]}`, { on: false })
  const names =
    kind === 'staffing'
      ? { one: 'priya', other: 'sam', client: 'tara', deactivated: 'kofi' }
      : { one: 'abe', other: 'stan', client: 'agnes', deactivated: 'drew' }
  const ids = Object.fromEntries(Object.entries(names).map(([what, name]) => [what, cast[name]!.id]))
  return { kind, id, slug, people: cast, person: { ...ids, unregistered: added.id } as Stage['person'], invitation }
}

async function signInAgain({ logins }: Pick<TestHouse, 'logins'>, { login, token }: Somebody) {
  const session = {
    id: newId(),
    login_id: login,
    token: hashToken(token),
    expires_at: new Date(Date.now() + 864e5),
    created_at: new Date(),
    updated_at: new Date(),
  }
  await logins
    .insertInto('login_session')
    .values(session as never)
    .execute()
}

/** The database as its administrator sees it: no wall stands in the way of a test. */
export function outside() {
  const pool = new pg.Pool({ connectionString: inject('databaseUrl'), max: 2 })
  const one = async <T>(text: string, values: unknown[]) => (await pool.query(text, values)).rows[0] as T
  return {
    pool,
    row: (table: string, agency: string, id: string) =>
      one<Row>(
        table === 'agency'
          ? 'select * from rolecall.agency where id = $2 and $1::uuid is not null'
          : `select * from rolecall.${table} where agency_id = $1 and id = $2`,
        [agency, id],
      ),
    agency: (id: string) => one<Selectable<Tables['agency']>>('select * from rolecall.agency where id = $1', [id]),
    /** One fingerprint of every row of these agencies, and of their people's sessions. That somebody tried in vain is not a change. */
    async fingerprint(...agencies: string[]) {
      const prints: string[] = []
      for (const table of await tablesOf(pool)) {
        const mine = table === 'agency' ? 'id' : 'agency_id'
        const refused = table === 'audit' ? `and decision = 'allowed'` : ''
        // When somebody was last here is not what they asked for; nor is how far a letter has come.
        const cells =
          table === 'outbox'
            ? `(agency_id, id, recipient, subject)`
            : table === 'audit'
              ? "line::jsonb - array['seq']"
              : `to_jsonb(t) - array['seen_at']`
        const { print } = await one<{ print: string }>(
          `select count(*) || ':' || coalesce(md5(string_agg((${cells})::text, chr(10) order by (${cells})::text)), chr(32)) as print from rolecall.${table} t where ${mine} = any($1) ${refused}`,
          [agencies],
        )
        if (table !== 'audit_head') prints.push(`${table} ${print}`)
      }
      const { sessions } = await one<{ sessions: string }>(
        'select count(*) as sessions from login.login_session s join login.directory_person p using (login_id) where p.agency_id = any($1)',
        [agencies],
      )
      return [...prints, `sessions ${sessions}`]
    },
    end: () => pool.end(),
  }
}
export type Outside = ReturnType<typeof outside>

/** Every table of an agency's, asked of the database, so that a new one is looked at too. */
export async function tablesOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    select c.relname as name from pg_class c where c.relnamespace = 'rolecall'::regnamespace and c.relkind in ('r', 'p')
      and (c.relname = 'agency' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped))
    order by 1`)
  return rows.map((row) => row.name)
}
