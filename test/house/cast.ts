// Two agencies, opened anew for every test, with the cast of the demo. People sign in by a session of their own: no hashing on the way.
import { createHmac, randomBytes } from 'node:crypto'
import { hashToken } from '#core/sign-in/hashed-sessions.ts'
import { newId } from '#core/work/trail.ts'
import type { Kind, Level } from '#db/tables.ts'
import { secret, type TestHouse } from './house.ts'
import { type Answer, type Visitor, visitor } from './visitor.ts'

type Role = { level: Level; status?: 'deactivated'; job_roles?: string[]; registered?: false }
export const staffingCast = {
  olive: { level: 'administrator' },
  adam: { level: 'administrator' },
  priya: { level: 'administrator' },
  sam: { level: 'standard' },
  dana: { level: 'standard' },
  kofi: { level: 'standard', status: 'deactivated' },
  tara: { level: 'talent' },
} as const satisfies Record<string, Role>
export const mediaCast = {
  ada: { level: 'admin' },
  abe: { level: 'admin' },
  stan: { level: 'staff', job_roles: ['Project Manager'] },
  vic: { level: 'staff', job_roles: ['Video Editor'] },
  connie: { level: 'contractor', job_roles: ['Video Editor'] },
  drew: { level: 'contractor' },
  agnes: { level: 'agent' },
  imre: { level: 'agent', registered: false },
} as const satisfies Record<string, Role>

export type Somebody = { id: string; login: string; token: string; email: string }
export type Staged<Name extends string> = {
  id: string
  slug: string
  people: Record<Name, Somebody>
  /** One request of one person: `as('sam', 'GET', '/people')`. */
  as(name: Name, method: string, path: string, body?: unknown): Promise<Answer>
  visitor(name: Name): Visitor
}

export const staffingAgency = (house: TestHouse) => stage(house, 'staffing', staffingCast, 'olive')
export const mediaAgency = (house: TestHouse) => stage(house, 'media', mediaCast, 'ada')

export const cookieOf = (token: string) =>
  `rolecall=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`

async function stage<Name extends string>(
  house: TestHouse,
  kind: Kind,
  cast: Record<Name, Role>,
  keeper: NoInfer<Name>,
): Promise<Staged<Name>> {
  const id = newId()
  const slug = `a-${id.slice(-12)}`
  const names = Object.keys(cast) as Name[]
  const people = Object.fromEntries(names.map((name) => [name, somebody(name, slug)])) as Record<Name, Somebody>
  for (const name of names) if (cast[name].registered !== false) await signUp(house, people[name], name)
  await house.works.asGuest({ agency: id, writes: true }, async ({ db, trail }) => {
    const now = new Date()
    const same = { version: 1, created_at: now, updated_at: now, updated_by: null }
    const row = (name: Name) => {
      const { level, job_roles = [], registered } = cast[name]
      const status: 'active' | 'deactivated' = cast[name].status ?? 'active'
      const person = people[name]
      const login_id = registered === false ? null : person.login
      const created_via = registered === false ? ('import' as const) : ('invitation' as const)
      return {
        ...same,
        agency_id: id,
        id: person.id,
        login_id,
        name: capital(name),
        email: person.email,
        phone: null,
        title: null,
        level,
        status,
        job_roles: [...job_roles],
        created_via,
        joined_at: now,
        seen_at: now,
      }
    }
    await db.insertInto('person').values(names.map(row)).execute()
    const agency = {
      name: kind === 'media' ? 'Northlight Media' : 'Harbor Staffing',
      zone: 'America/New_York',
      currency: 'USD',
      colour: '#1F4E79',
    }
    await db
      .insertInto('agency')
      .values({ ...same, ...agency, id, kind, slug, owner_id: people[keeper].id, owner_since: now })
      .execute()
    await db.insertInto('audit_head').values({ agency_id: id, seq: 0, hash: '' }).execute()
    await db.insertInto('login.directory_slug').values({ slug, agency_id: id }).execute()
    const places = names
      .filter((name) => cast[name].registered !== false)
      .map((name) => ({ login_id: people[name].login, agency_id: id, person_id: people[name].id }))
    await db.insertInto('login.directory_person').values(places).execute()
    trail.record('agency.create', { id, name: agency.name })
  })
  const visitorOf = (name: Name) => visitor(house, cookieOf(people[name].token))
  return {
    id,
    slug,
    people,
    visitor: visitorOf,
    as: (name, method, path, body) => visitorOf(name).call(method, `/api/agencies/${id}${path}`, body),
  }
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
const somebody = (name: string, slug: string): Somebody => ({
  id: newId(),
  login: newId(),
  token: randomBytes(24).toString('base64url'),
  email: `${name}@${slug}.example`,
})

/** A login with a session, as Better Auth would have left it. */
export async function signUp(
  { logins }: Pick<TestHouse, 'logins'>,
  { login, token, email }: Omit<Somebody, 'id'>,
  name: string,
  minutesAgo = 0,
) {
  await logins
    .insertInto('login')
    .values({ id: login, name: capital(name), email, email_verified: true })
    .execute()
  const since = new Date(Date.now() - minutesAgo * 60_000)
  const session = {
    id: newId(),
    login_id: login,
    token: hashToken(token),
    expires_at: new Date(Date.now() + 864e5),
    created_at: since,
    updated_at: since,
  }
  await logins
    .insertInto('login_session')
    .values(session as never)
    .execute()
}
