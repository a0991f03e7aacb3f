// What changes rights: levels, switches, deactivation. Each of these works holds the agency alone.
import { sql } from 'kysely'
import type { Level } from '#db/tables.ts'
import { cannot, conflict } from '../errors.ts'
import { actorOf } from '../work/actor.ts'
import type { Work } from '../work/work.ts'
import { onPage, type PersonRow, shown } from './people.ts'

export async function setLevel(work: Work, { id, version, level }: { id: string; version: number; level: string }) {
  const { person, to } = await levelFor(work, id, level)
  if (person.level !== to) await leaveTheAnchor(work, person)
  // Job roles are the team's: they rest while somebody is a client.
  const job_roles = work.portal.levels.find((one) => one.name === to)?.side === 'client' ? [] : person.job_roles
  const changed = await work.change('person.set_level', person, { level: to, job_roles }, { version, given: { level: to } })
  rightsChanged(work, person.id)
  return shown(work, changed)
}

async function levelFor(work: Work, id: string, level: string) {
  const person = await work.load('person.set_level', id, { level })
  if (level === 'owner')
    throw cannot('use_ownership_transfer', 'An Account Owner is not made here. The present one hands the position over in Preferences.')
  const known = work.portal.levels.find((one) => one.name === level && one.name !== 'owner')
  if (!known) throw cannot('level_unknown', `A ${work.portal.called.agency} has no level "${level}".`)
  if (person.status !== 'active') throw conflict('person_deactivated', `${person.name} is deactivated. Restore them first.`)
  if (work.portal.kind === 'staffing' && (person.side === 'client') !== (known.side === 'client'))
    throw conflict(
      person.side === 'client' ? 'already_talent' : 'already_member',
      'The same person is not on the team and a talent of one agency.',
    )
  return { person, to: level as Level }
}

/** What another level would change for this person, act by act. */
export async function previewLevel(work: Work, id: string, level: string) {
  const { person, to } = await levelFor(work, id, level)
  return difference(work, person, { ...person, level: to })
}

/**
 * Compares what somebody can do before and after, in the policy's own words: what begins or ends altogether, what a condition is
 * put on or taken from, and, of what stays refused, only what somebody on the same side can do.
 */
export function difference(work: Work, before: PersonRow, after: PersonRow, agency = work.agency) {
  const { policy, switches, levels } = work.portal
  const was = actorOf(before, work.agency, switches, work.me.now)
  const is = actorOf(after, agency, switches, work.me.now)
  const [had, has] = [policy.abilities(was), policy.abilities(is)] as Record<string, unknown>[]
  const side = levels.find((level) => level.name === is.level)?.side
  const peers = levels.filter((level) => level.side === side).map((level) => ({ ...is, level: level.name }))
  const [gains, losses, still] = [[], [], []] as string[][]
  for (const action of peopleFirst(policy.actions)) {
    const [could, can] = [policy.ever(was, action) === null, policy.ever(is, action) === null]
    const { can: words, cells } = policy.row(action)
    if (can && !could) gains!.push(words)
    else if (could && !can) losses!.push(words)
    else if (!can && peers.some((peer) => policy.ever(peer, action) === null)) still!.push(words)
    else if (can && had![action] !== true && has![action] === true) gains!.push(`${words}, not only ${policy.words(cells[was.level]!)}`)
    else if (can && had![action] === true && has![action] !== true) losses!.push(`${words}, except ${policy.words(cells[is.level]!)}`)
  }
  return { gains: gains!, losses: losses!, still: still! }
}
/** What somebody may do about others weighs most, so it is read first. */
const peopleFirst = (actions: readonly string[]) =>
  actions.toSorted((a, b) => Number(!/^(person|invitation)\./.test(a)) - Number(!/^(person|invitation)\./.test(b)))

export async function setSwitch(
  work: Work,
  { id, name, on, until }: { id: string; name: string; on: boolean | null; until: string | null },
) {
  const person = await work.load('person.switch', id)
  const known = work.portal.switches.find((one) => one.name === name && one.level === person.level)
  if (!known) throw cannot('switch_unknown', `There is no such switch for ${person.name}'s level.`)
  if (until && new Date(until) <= work.me.now)
    throw cannot('until_is_past', 'Choose an end that is still to come.', { fields: { until: 'Choose an end that is still to come.' } })
  const { [name]: _, ...others } = person.switches
  const switches =
    on === null ? others : { ...others, [name]: { on, until, by: work.me.name, by_id: work.me.id, at: work.me.now.toISOString() } }
  const changed = await work.change('person.switch', person, { switches: JSON.stringify(switches) }, { details: { switch: name } })
  rightsChanged(work, person.id)
  return onPage(work, changed)
}

/** Ends somebody's access at once: the person stays, with everything they did. Their open invitations die with it. */
export async function deactivate(work: Work, id: string): Promise<PersonRow> {
  const person = await work.load('person.deactivate', id)
  if (person.status === 'deactivated') return person
  return endAccess(work, person, () => work.change('person.deactivate', person, { status: 'deactivated' }))
}

/** What goes with somebody's access, whoever ends it: `ends` writes that, as the act it is. */
export async function endAccess(work: Work, person: PersonRow, ends: () => Promise<PersonRow>): Promise<PersonRow> {
  await leaveTheAnchor(work, person)
  const changed = await ends()
  // Those of somebody who may no longer invite are void already: whoever uses one is told so.
  const maySee = work.portal.policy.ever(work.me, 'invitation.read') === null
  const open = maySee
    ? await work.list('invitation.read', (rows) => rows.where('sender_id', '=', person.id).where('state', '=', 'open'))
    : []
  for (const invitation of open) await work.change('invitation.revoke', invitation, { state: 'revoked' })
  rightsChanged(work, person.id)
  return changed
}

export async function restore(work: Work, id: string) {
  const person = await work.load('person.restore', id)
  if (person.status === 'active') return shown(work, person)
  const changed = await work.change('person.restore', person, { status: 'active' })
  rightsChanged(work, person.id)
  return shown(work, changed)
}

/**
 * A media agency points at one active Admin, so that the database always knows one. When that one goes, it points at another who has
 * registered, for nobody else could ever act; when there is no other, they cannot go. A staffing agency points at its Account Owner, and only a transfer moves that.
 */
async function leaveTheAnchor(work: Work, person: PersonRow) {
  if (work.agency.kind !== 'media' || work.agency.owner_id !== person.id) return
  const [other] = await work.list('person.read', (people) =>
    people
      .where('person.level', '=', 'admin')
      .where('person.status', '=', 'active')
      .where('person.registered', '=', true)
      .where('person.id', '!=', person.id)
      .orderBy(sql`person.joined_at`)
      .limit(1),
  )
  if (!other) throw conflict('admin.last', `${person.name} is the last Admin. Make somebody else an Admin first.`)
  await work.point(other.id)
}

const rightsChanged = (work: Work, person: string) => work.trail.changes('rights', person)
