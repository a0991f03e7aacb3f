// The Account Owner: one position an agency, handed over by who holds it, to an active Account Administrator.
import { sql } from 'kysely'
import { cannot, Refusal } from '#core/errors.ts'
import type { Visit } from '#core/guard.ts'
import { letter } from '#core/letters/letter.ts'
import type { PersonRow } from '#core/people/people.ts'
import { limitTries } from '#core/sign-in/limits.ts'
import { verifyPassword } from '#core/sign-in/password.ts'
import type { StaffingWork } from '../portal.ts'

const named = ({ id, name, email }: PersonRow) => ({ id, name, email })

export async function getOwner(work: StaffingWork) {
  work.require('preferences.read')
  const administrators = await work.list('person.read', (people) =>
    people
      .where('person.level', '=', 'administrator')
      .where('person.status', '=', 'active')
      .orderBy(sql`person.id <> ${work.agency.owner_id}`) // so the owner is among them, however many there are
      .orderBy('person.name_key')
      .limit(500),
  )
  const owner = administrators.find(({ id }) => id === work.agency.owner_id)!
  const candidates = administrators.filter(({ id, registered }) => id !== owner.id && registered).map(named)
  const waiting = work.portal.policy.ever(work.me, 'invitation.read')
    ? []
    : await work.list('invitation.read', (rows) => rows.where('state', '=', 'open').where('level', '=', 'administrator'))
  return {
    owner: named(owner),
    since: work.agency.owner_since,
    candidates,
    invited: waiting.map(({ email }) => email),
    can: work.can(work.agency, 'agency.transfer'),
  }
}

/** Compare and set, under the agency's lock; the database refuses everybody who is not an active Account Administrator. */
export async function transferOwnership(work: StaffingWork, to: string) {
  const next = await work.load('person.read', to).catch((error) => notYet(work, to, error))
  const given = { id: next.id, level: next.level, status: next.status }
  const agency = await work.load('agency.transfer', work.agency.id, given)
  if (!next.registered)
    throw cannot('new_owner_must_be_administrator', `${next.name} has not registered yet, so they cannot be Account Owner.`)
  const owner_since = work.me.now
  await work.change(
    'agency.transfer',
    agency,
    { owner_id: next.id, owner_since },
    { given, details: { to: next.name, from: work.me.name } },
  )
  work.trail.changes('rights', next.id)
  await tellEverybody(work, next)
  return { owner: named(next), since: owner_since }
}

/** Somebody who is invited is no person yet: said as such to whoever may see invitations. */
async function notYet(work: StaffingWork, id: string, error: unknown): Promise<never> {
  const mayChoose = work.portal.policy.ever(work.me, 'agency.transfer') === null
  const [invited] = mayChoose ? await work.list('invitation.read', (rows) => rows.where('invitation.id', '=', id)) : []
  if (!invited) throw error
  throw cannot('new_owner_must_be_administrator', `${invited.email} has not joined yet, so they cannot be Account Owner.`)
}

async function tellEverybody(work: StaffingWork, next: PersonRow) {
  const told = await work.list('person.read', (people) =>
    people.where('person.level', '=', 'administrator').where('person.status', '=', 'active').where(sql<boolean>`person.email is not null`),
  )
  const { me, agency } = work
  for (const person of told) {
    const you = person.id === next.id ? 'You are' : `${next.name} is`
    const lines = [
      `${me.name} handed the position over. ${me.name} stays Account Administrator. Only ${person.id === next.id ? 'you' : next.name} can give it on.`,
    ]
    work.trail.send(
      letter({
        to: person.email!,
        from: agency,
        subject: `${you} the Account Owner of ${agency.name} now`,
        heading: `${you} the Account Owner of ${agency.name} now`,
        lines,
      }),
    )
  }
}

/** Proof that it is still the same person at the keyboard: the password, or a sign-in of the last ten minutes by the database's clock. */
export async function confirmIdentity({ login, logins }: Visit, password: string | undefined) {
  if (password === undefined && login && (await isFresh(logins, login.session))) return
  if (login) await limitTries(logins, `identity ${login.id}`, { most: 10, minutes: 15 })
  const account =
    login &&
    (await logins
      .selectFrom('login_account')
      .select('password')
      .where('login_id', '=', login.id)
      .where('provider_id', '=', 'credential')
      .executeTakeFirst())
  if (password !== undefined && account?.password && (await verifyPassword({ hash: account.password, password }))) return
  const message = password === undefined ? 'Write your password, to be sure that it is you.' : 'That is not your password.'
  throw new Refusal(401, { code: 'confirm_identity', message, fields: { password: message } })
}

const isFresh = async (logins: Visit['logins'], session: string) =>
  (await logins
    .selectFrom('login_session')
    .select('id')
    .where('id', '=', session)
    .where(sql<boolean>`created_at > now() - interval '10 minutes'`)
    .executeTakeFirst()) !== undefined
