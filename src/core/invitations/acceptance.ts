// The other end of an invitation: whoever follows the link from the mailbox has proven the address.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { badInput, conflict, gone, notFound, Refusal } from '../errors.ts'
import type { Visit } from '../guard.ts'
import { levelOf } from '../portal.ts'
import { sourceIn } from '../sign-in/limits.ts'
import { joinByProof } from '../sign-in/sign-in.ts'
import { actorOf } from '../work/actor.ts'
import { newId } from '../work/trail.ts'
import type { Guest } from '../work/works.ts'
import { hashInvitation, type InvitationRow } from './invitations.ts'
import { lapse } from './lapse.ts'

type Place = { agency: string; invitation: string; hash: string }

async function placeOf(visit: Visit, token: string): Promise<Place> {
  const hash = hashInvitation(token)
  const found = await visit.logins.selectFrom('directory_invitation').selectAll().where('token_hash', '=', hash).executeTakeFirst()
  if (!found) throw notFound('invitation')
  return { agency: found.agency_id, invitation: found.invitation_id, hash }
}

/** The invitation behind a link, if the link still is the last one sent and everything it promises still holds. */
async function valid({ db, agency, portal, now }: Guest, { invitation, hash }: Place, locked = false) {
  if (!agency || !portal) throw notFound('invitation')
  const rows = db.selectFrom('invitation').selectAll().where('agency_id', '=', agency.id).where('id', '=', invitation)
  const row = await (locked ? rows.forUpdate() : rows).executeTakeFirst()
  if (!row || row.token_hash !== hash) throw gone('invitation_replaced', 'A newer invitation was sent. Use the link in the latest letter.')
  if (row.state === 'accepted') throw gone('invitation_used', 'This invitation has been used. Sign in to go on.')
  if (row.state === 'revoked') throw gone('invitation_revoked', `This invitation was taken back. Ask ${agency.name} for a new one.`)
  if (row.expires_at <= now) throw gone('invitation_expired', `This invitation has expired. Ask ${agency.name} for a new one.`)
  const sender = await personOf(db, agency.id, row.sender_id)
  const actor = actorOf(sender, agency, portal.switches, now)
  const may =
    sender.status === 'active' &&
    !portal.policy.decide(actor, 'invitation.create', { agency_id: agency.id }, { given: { level: row.level } })
  if (!may || row.state === 'invalid') throw noLongerValid(sender.name, agency.name)
  return { row, sender, agency, portal }
}

const noLongerValid = (sender: string, agency: string) =>
  gone('invitation_no_longer_valid', `${sender} may no longer invite to ${agency}. Ask somebody else there for a new invitation.`)

const personOf = (db: Kysely<Tables>, agency: string, id: string) =>
  db.selectFrom('person').selectAll().where('agency_id', '=', agency).where('id', '=', id).executeTakeFirstOrThrow()

export async function seeInvitation(visit: Visit, token: string) {
  const place = await placeOf(visit, token)
  const { row, sender, agency, portal } = await visit.works.asGuest({ agency: place.agency, writes: false }, (guest) => valid(guest, place))
  const level = levelOf(portal, row.level)
  return {
    agency: { name: agency.name, colour: agency.colour, slug: agency.slug },
    level: { name: level.name, title: level.title, says: level.says },
    email: row.email,
    inviter: sender.name,
    message: row.message,
    expires: row.expires_at,
    account: await accountOf(visit, row.email),
  }
}

async function accountOf(visit: Visit, email: string) {
  if (visit.login) return visit.login.email === email ? ('signed-in' as const) : ('other' as const)
  const known = await visit.logins.selectFrom('login').select('email_verified').where('email', '=', email).executeTakeFirst()
  return known?.email_verified ? ('existing' as const) : ('new' as const)
}

/** Joins: once, under concurrency too. An existing account keeps its name and password and has to sign in first. */
export async function acceptInvitation(visit: Visit, token: string, given: { name?: string; password?: string }) {
  const place = await placeOf(visit, token)
  return joinAt(visit, place, given).catch(async (error) => {
    if (error instanceof Refusal && error.said.code === 'invitation_no_longer_valid')
      await visit.works.asGuest(writing(visit, place), (guest) => lapse(guest, place, error))
    throw error
  })
}

const writing = ({ request, headers }: Visit, { agency }: Place) => ({ agency, writes: true, request, source: sourceIn(headers) })

async function joinAt(visit: Visit, place: Place, given: { name?: string; password?: string }) {
  const { row, agency } = await visit.works.asGuest({ agency: place.agency, writes: false }, (guest) => valid(guest, place))
  const { login, cookies } = await loginFor(visit, row, given, agency.name)
  for (const cookie of cookies) visit.answer.append('set-cookie', cookie)
  return visit.works.asGuest({ ...writing(visit, place), alone: true }, (guest) =>
    accept(guest, place, { id: login.id, name: given.name ?? login.name }),
  )
}

/** The invitation is used and the person is there, in one transaction. */
export async function accept(guest: Guest, place: Place, login: { id: string; name: string }) {
  const { row, agency } = await valid(guest, place, true)
  const person = await join(guest, row, login)
  const accepted = { state: 'accepted' as const, person_id: person, version: row.version + 1, updated_at: guest.now, updated_by: person }
  await guest.db.updateTable('invitation').set(accepted).where('agency_id', '=', agency.id).where('id', '=', row.id).execute()
  guest.trail.changes('invitation', row.id)
  guest.trail.changes('rights', person)
  return { agency: { id: agency.id, slug: agency.slug }, person: { id: person } }
}

async function loginFor(visit: Visit, row: InvitationRow, { name, password }: { name?: string; password?: string }, agency: string) {
  if (visit.login) {
    if (visit.login.email === row.email) return { login: await joinByProof(visit, row.email, null), cookies: [] as string[] }
    throw new Refusal(403, {
      code: 'invitation_for_other_address',
      message: `This invitation to ${agency} is for another address than the one you are signed in with.`,
    })
  }
  if ((await accountOf(visit, row.email)) === 'existing')
    throw conflict('sign_in_first', `You have an account with ${row.email}. Sign in first, then join ${agency}.`)
  if (!name || !password)
    throw badInput('bad_input', 'Write your name and choose a password.', { fields: { [name ? 'password' : 'name']: 'Write this too.' } })
  const login = await joinByProof(visit, row.email, { name, password })
  const signedIn = await visit.auth.api.signInEmail({ body: { email: row.email, password }, headers: visit.headers, asResponse: true })
  return { login, cookies: signedIn.headers.getSetCookie() }
}

async function join({ db, trail, agency, now }: Guest, row: InvitationRow, login: { id: string; name: string }) {
  const already = await db
    .selectFrom('person')
    .select('id')
    .where('agency_id', '=', agency!.id)
    .where((q) => q.or([q('login_id', '=', login.id), q('email', '=', row.email)]))
    .executeTakeFirst()
  if (already) throw conflict('already_member', `You are in ${agency!.name} already. Nothing was changed.`)
  const id = newId()
  const { level, job_roles, email } = row
  const same = { agency_id: agency!.id, created_at: now, updated_at: now, updated_by: id, joined_at: now, seen_at: now }
  await db
    .insertInto('person')
    .values({
      ...same,
      id,
      login_id: login.id,
      name: login.name,
      email,
      phone: null,
      title: null,
      level,
      job_roles,
      created_via: 'invitation',
    })
    .execute()
  await db.insertInto('login.directory_person').values({ login_id: login.id, agency_id: agency!.id, person_id: id }).execute()
  trail.by({ id, name: login.name, level })
  trail.record('invitation.accept', { id, name: login.name }, { level, job_roles, invitation: row.id }, 'person')
  trail.changes('person', id)
  return id
}
