// Invitations to the team: seven days, single use, and only for who proves the invited address.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Level } from '#db/tables.ts'
import { cannot, conflict, gone } from '../errors.ts'
import { letter } from '../letters/letter.ts'
import { rolesExist } from '../people/people.ts'
import { levelOf } from '../portal.ts'
import type { Row, Work } from '../work/work.ts'
import { invitationWords } from './invitation-words.ts'
import type { invitationsContract } from './invitations.contract.ts'

type Input<K extends keyof typeof invitationsContract> = z.infer<NonNullable<(typeof invitationsContract)[K]['~orpc']['inputSchema']>>
export type InvitationRow = Row<'invitation.read'>
const week = 7 * 24 * 3600_000
export const hashInvitation = (token: string) => createHash('sha256').update(token).digest('base64url')

export const stateOf = ({ state, expires_at }: InvitationRow, now: Date) =>
  state === 'open' && expires_at <= now ? ('expired' as const) : state

/** With its sender's name, and what may be done about it. */
async function shownAll(work: Work, rows: InvitationRow[]) {
  const senders = rows.length
    ? await work.list('person.read', (people) =>
        people.where(sql<boolean>`person.id = any(${[...new Set(rows.map((row) => row.sender_id))]})`),
      )
    : []
  return rows.map((row) => {
    const sender = senders.find((one) => one.id === row.sender_id)
    const { id, email, level, job_roles, message, expires_at, sent_at, version } = row
    const can = work.can(row, 'invitation.edit', 'invitation.revoke')
    return {
      id,
      email,
      level,
      job_roles,
      message,
      expires_at,
      sent_at,
      version,
      state: stateOf(row, work.me.now),
      sender: { id: row.sender_id, name: sender?.name ?? 'Somebody' },
      can,
    }
  })
}
const shown = async (work: Work, row: InvitationRow) => (await shownAll(work, [row]))[0]!

export async function listInvitations(work: Work, { most, after, state }: Input<'list'>) {
  const rows = await work.list('invitation.read', (all) =>
    all
      .$if(state === 'open', (q) => q.where('state', '=', 'open'))
      .$if(after !== undefined, (q) => q.where('invitation.id', '<', after!))
      .orderBy('invitation.id', 'desc')
      .limit(most + 1),
  )
  const page = rows.slice(0, most)
  return { invitations: await shownAll(work, page), next: rows.length > most ? page.at(-1)!.id : null }
}

export async function invite(work: Work, { emails, level, job_roles, message }: Input<'create'>, origin: string) {
  work.require('invitation.create', {}, { level })
  const to = invitableLevel(work, level)
  rolesExist(work, job_roles)
  const addresses = [...new Set(emails)]
  const known = await work.db
    .selectFrom('person')
    .select(['email', 'name', 'side'])
    .where('agency_id', '=', work.me.agency_id)
    .where(sql<boolean>`email = any(${addresses})`)
    .execute()
  for (const { email, name, side } of known) {
    const here =
      side === 'client' && work.agency.kind === 'staffing'
        ? (['already_talent', 'a talent'] as const)
        : (['already_member', 'a user'] as const)
    throw conflict(here[0], `${email} belongs to ${name}, who is ${here[1]} of this agency already.`, { fields: { emails: email! } })
  }
  const made: InvitationRow[] = []
  for (const email of addresses) made.push(await inviteOne(work, { email, level: to, job_roles, message }, origin))
  return shownAll(work, made)
}

async function inviteOne(
  work: Work,
  { email, level, job_roles, message }: { email: string; level: Level; job_roles: string[]; message: string | null },
  origin: string,
) {
  const { token, token_hash, expires_at } = freshToken(work)
  const values = { email, level, job_roles, message, sender_id: work.me.id, token_hash, expires_at, sent_at: work.me.now, person_id: null }
  const row = await work.add('invitation.create', values, { email, level, job_roles })
  await post(work, row, token, origin)
  return row
}

function invitableLevel(work: Work, level: string): Level {
  const known = work.portal.invitable.find((one) => one === level)
  if (!known)
    throw cannot('level_unknown', `Nobody can be invited to the team as "${level}".`, {
      fields: { level: 'Choose a level from the list.' },
    })
  return known
}

export async function editInvitation(work: Work, { id, version, level, job_roles }: Input<'edit'>) {
  const row = await openOne(work, 'invitation.edit', id, level)
  if (level !== undefined) work.require('invitation.edit', { ...row, level })
  const to = level === undefined ? undefined : invitableLevel(work, level)
  if (job_roles) rolesExist(work, job_roles)
  return shown(
    work,
    await work.change(
      'invitation.edit',
      row,
      { ...(to && { level: to }), ...(job_roles && { job_roles }) },
      { version, given: { level: to ?? row.level } },
    ),
  )
}

/** A new link; the old one stops working. */
export async function resend(work: Work, id: string, origin: string) {
  const row = await openOne(work, 'invitation.edit', id)
  const { token, ...fresh } = freshToken(work)
  const changed = await work.change(
    'invitation.edit',
    row,
    { ...fresh, sender_id: work.me.id, sent_at: work.me.now },
    { details: { resent: true } },
  )
  await post(work, changed, token, origin)
  return shown(work, changed)
}

export async function revoke(work: Work, id: string) {
  const row = await openOne(work, 'invitation.revoke', id)
  await work.change('invitation.revoke', row, { state: 'revoked' })
}

async function openOne(work: Work, action: 'invitation.edit' | 'invitation.revoke', id: string, level?: string) {
  const row = await work.load(action, id, { level })
  if (row.state === 'accepted') throw gone('invitation_used', 'This invitation has been accepted already.')
  if (row.state !== 'open') throw gone('invitation_revoked', 'This invitation is not open any more. Invite anew.')
  return row
}

function freshToken(work: Work) {
  const token = randomBytes(32).toString('base64url')
  return { token, token_hash: hashInvitation(token), expires_at: new Date(work.me.now.getTime() + week) }
}

async function post(work: Work, row: InvitationRow, token: string, origin: string) {
  await work.remember({ token_hash: row.token_hash, invitation_id: row.id })
  const { agency, me, portal } = work
  const until = row.expires_at
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: agency.zone })
    .replace(',', '')
  const level = levelOf(portal, row.level).title
  const { line, button, ...words } = invitationWords({ inviter: me.name, agency: agency.name, level, until, email: row.email })
  work.trail.send(
    letter({
      to: row.email,
      from: agency,
      ...words,
      lines: [line],
      ...(row.message && { quote: row.message }),
      button: { label: button, link: `${origin}/invitation/${token}` },
    }),
  )
}
