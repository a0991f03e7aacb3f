// An invitation whose sender may no longer invite: it ends when somebody tries to use it, and those who may invite are told, once.
import type { Refusal } from '../errors.ts'
import { letter } from '../letters/letter.ts'
import { levelOf } from '../portal.ts'
import { actorOf } from '../work/actor.ts'
import type { Guest } from '../work/works.ts'

export async function lapse({ db, agency, portal, trail, now }: Guest, { invitation }: { invitation: string }, why: Refusal) {
  if (!agency || !portal) return
  const ended = await db
    .updateTable('invitation')
    .set((row) => ({ state: 'invalid', version: row('version', '+', 1), updated_at: now }))
    .where('agency_id', '=', agency.id)
    .where('id', '=', invitation)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst()
  if (!ended) return
  trail.refused({ ...why.said, action: 'invitation.accept' }, ended)
  trail.changes('invitation', ended.id)
  const team = await db
    .selectFrom('person')
    .selectAll()
    .where('agency_id', '=', agency.id)
    .where('side', '=', 'team')
    .where('status', '=', 'active')
    .where('level', 'in', ['admin', 'administrator'])
    .execute()
  const subject = `The invitation of ${ended.email} has ended`
  const lines = [
    `${ended.email} wanted to join as ${levelOf(portal, ended.level).title}. ${why.message.split('. ')[0]}.`,
    'Invite the address anew if they are to join.',
  ]
  for (const person of team)
    if (person.email && portal.policy.ever(actorOf(person, agency, portal.switches, now), 'invitation.create') === null)
      trail.send(letter({ to: person.email, from: agency, subject, heading: subject, lines }))
}
