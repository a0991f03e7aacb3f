// What agencies ask of sign-in: a login for a proven address, the end of sessions, a link for a new password.
import { sql } from 'kysely'
import { badInput, conflict, Refusal } from '../errors.ts'
import type { Visit } from '../guard.ts'
import type { PersonRow } from '../people/people.ts'
import { levelOf } from '../portal.ts'
import { newId } from '../work/trail.ts'
import type { Work } from '../work/work.ts'
import { hashPassword, passwordLength } from './password.ts'
import { endSessions } from './session.ts'

/**
 * The login of an address that has just been proven. What somebody set up earlier on the unproven address (a password, a session) ends
 * now, so nobody can wait inside for the real person. A proven account keeps its name and password.
 */
export async function joinByProof({ logins }: Visit, email: string, fresh: { name: string; password: string } | null) {
  if (fresh && fresh.password.length < passwordLength.least) throw badInput('bad_input', `Use at least ${passwordLength.least} characters.`)
  const password = fresh && (await hashPassword(fresh.password))
  return logins.transaction().execute(async (db) => {
    // Whoever comes second waits for the first here, and then finds a proven account.
    const blank = { id: newId(), email, name: fresh?.name ?? email, email_verified: false }
    await db
      .insertInto('login')
      .values(blank)
      .onConflict((taken) => taken.column('email').doNothing())
      .execute()
    const known = await db.selectFrom('login').selectAll().where('email', '=', email).forUpdate().executeTakeFirstOrThrow()
    if (known.email_verified) return known
    const { id } = known
    const proven = { email_verified: true, ...(fresh && { name: fresh.name }) }
    await db.updateTable('login').set(proven).where('id', '=', id).execute()
    if (password) {
      await db.deleteFrom('login_session').where('login_id', '=', id).execute()
      await db.deleteFrom('login_account').where('login_id', '=', id).execute()
      const now = new Date()
      const account = { id: newId(), login_id: id, provider_id: 'credential', account_id: id, password, created_at: now, updated_at: now }
      await db.insertInto('login_account').values(account).execute()
    }
    return { ...known, ...proven }
  })
}

/** Signs somebody out everywhere, once the decision has been committed. */
export async function endSessionsOf({ work, after, logins }: Visit, id: string) {
  const person = await work.load('person.end_sessions', id)
  work.trail.record('person.end_sessions', person)
  if (person.login_id) after(() => endSessions(logins, person.login_id!))
  return { ok: true as const }
}

export async function sendResetTo({ work, after, auth, headers }: Visit, id: string) {
  const person = await work.load('person.send_reset', id)
  if (!person.login_id) throw conflict('not_registered', `${person.name} has not registered yet, so there is no password to set anew.`)
  const email = person.email
  if (!email) throw conflict('no_address', `${person.name} has no e-mail address.`)
  work.trail.record('person.send_reset', person)
  after(() => auth.api.requestPasswordReset({ body: { email }, headers }))
  return { ok: true as const }
}

/** Deactivated here: whoever is nobody anywhere else is signed out too. */
export function signOutIfNowhere({ after, logins }: Visit, person: Pick<PersonRow, 'login_id' | 'agency_id'>) {
  const login = person.login_id
  if (!login) return
  after(async () => {
    const elsewhere = await logins
      .selectFrom('directory_person')
      .select('agency_id')
      .where('login_id', '=', login)
      .where('agency_id', '!=', person.agency_id)
      .executeTakeFirst()
    if (!elsewhere) await endSessions(logins, login)
  })
}

/** Who is signed in, and in which agencies they are somebody. */
export async function sessionOf(visit: Visit) {
  const { login, logins, demo } = visit
  const anywhere = await logins.selectFrom('directory_slug').select('slug').limit(1).executeTakeFirst()
  const base = { demo, firstVisit: !anywhere }
  if (!login) return { ...base, login: null, agencies: [] }
  const places = await logins
    .selectFrom('directory_person')
    .select('agency_id')
    .where('login_id', '=', login.id)
    .orderBy(sql`agency_id`)
    .limit(50)
    .execute()
  const here = await Promise.all(places.map(({ agency_id }) => placeIn(visit, agency_id, login.id)))
  return {
    ...base,
    login: { id: login.id, name: login.name, email: login.email, proven: login.proven },
    agencies: here.filter((one) => one !== null),
  }
}

async function placeIn({ works, request }: Visit, agency: string, login: string) {
  const asking = { agency, login, action: 'agency.read', writes: false, request }
  return works
    .as(asking, async (work: Work) => {
      work.enter('agency.read')
      const { id, slug, name, kind, colour } = work.agency
      const person = { id: work.me.id, name: work.me.name, level: work.me.level, levelTitle: levelOf(work.portal, work.me.level).title }
      return { id, slug, name, kind, colour, person }
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal && error.status < 500) return null // deactivated there: that agency is not theirs to see
      throw error
    })
}
