// The conditions of the media table, by name. In `says`, *they* is whoever acts.
import { all, any, has, me, noBecause, not, rowsOf, when } from '#policy/policy.ts'
import { type MediaSwitch, mediaSwitches } from '../switches.ts'

export const levels = ['admin', 'staff', 'contractor', 'agent'] as const
export const rows = rowsOf(levels)

/** Switched on by an Admin, for everybody of the level or for this person. */
export const on = (name: MediaSwitch, code = 'section.switched_off') => {
  const { called } = mediaSwitches.find((one) => one.name === name)!
  return when(`${called} is switched on for them`, { 'me.switches': has(name) }, code, {
    refused: `${called} is switched off for you. An Admin can switch it on.`,
  })
}
export const money = (name: MediaSwitch) => on(name, 'money.admin_only')

// people
export const themselves = when('the account is their own', { id: me }, 'level.admin_only')
export const holder = when('it is their own', { person_id: me }, 'not_yours')
export const isAgent = when('the person is an Agent', { side: 'client' }, 'level.admin_only', {
  refused: 'Only an Admin can edit somebody on the team.',
})
export const newAgent = when('the new person is an Agent', { 'new.level': 'agent' }, 'level.admin_only', {
  refused: 'Only an Admin can add somebody to the team.',
})
export const onTheTeam = when('the person is on the team', { side: 'team' }, 'role.staff_only', { refused: 'Agents have no job roles.' })
export const twoAgents = when('both are Agents', { side: 'client', 'new.side': 'client' }, 'merge.staff')

// orders; `order.x` is a field of the order that an invoice, a chat, a video … belongs to
type Home = '' | 'order.'
const assignedIn = (home: Home) => when('the order is assigned to them', { [`${home}assignees`]: has(me) }, 'contractor.not_assigned')
const allOrders = when('All orders is switched on for them', { 'me.switches': has('contractor_all_orders') }, 'contractor.not_assigned')
const contractorsIn = (home: Home) => any(allOrders, assignedIn(home))
const ownIn = (home: Home, code = 'not_found') =>
  any(
    when('the order is theirs', { [`${home}client_id`]: me }, code),
    when('they booked it', { [`${home}booked_by_id`]: me }, code),
    when('they manage its client company', { [`${home}managers`]: has(me) }, code),
  )
const provenIn = (home: Home) => when('a proven e-mail address of theirs is on it', { [`${home}readers`]: has(me) }, 'not_found')
export const readableIn = (home: Home) => any(ownIn(home), provenIn(home))
export const [theOrder, itsOrder] = [contractorsIn(''), contractorsIn('order.')]
export const [own, ownOrders] = [ownIn(''), ownIn('order.')]

/** "reschedule/cancel (if permitted)": the switch, the booking flow, the own order. Windows and counts are the booking's. */
export const mayChange = (home: Home, name: 'agent_reschedule' | 'agent_cancel', field: string) =>
  all(
    ownIn(home, 'not_found'),
    on(name, 'change.not_permitted'),
    when('the booking flow permits it', { [`${home}${field}`]: true }, 'change.not_permitted'),
  )
export const flowIsOpen = any(
  when('the booking flow is public', { 'new.flow_private': false }, 'flow.private'),
  when('the booking flow is open to them', { 'new.flow_people': has(me) }, 'flow.private'),
)

// video
export const editor = when(
  'the person has the job role Video Editor and is active',
  { 'new.job_roles': has('Video Editor'), 'new.status': 'active' },
  'role.video_editor_required',
  {
    refused: 'Only users with the job role Video Editor can be tagged.',
  },
)
export const tagged = all(
  when('they are tagged on the video', { editors: has(me) }, 'video.not_tagged'),
  when('they have the job role Video Editor', { 'me.job_roles': has('Video Editor') }, 'role.video_editor_required'),
)
export const shared = when('the version is shared with the client', { shared: true }, 'not_found')
export const current = when('the version is the current one', { 'new.current': true }, 'video.outdated')
export const onBehalf = when('they give a reason', { 'new.reason_given': true }, 'reason.required')

// what somebody made or got
export const author = when('they wrote it', { author_id: me }, 'not_yours')
export const ownAppointment = when('the appointment is theirs', { crew: has(me) }, 'contractor.not_assigned')
export const ownItem = when('the item is assigned to them', { assignee_id: me }, 'contractor.not_assigned')
export const unlocked = when('it is paid or unlocked', { locked: not(true) }, 'delivery.locked_until_paid')

// a plain no with its own code
export const noStatus = noBecause('contractor.no_status', 'Contractors do not change statuses. Staff or an Admin can.')
export const noDetails = noBecause('contractor.no_order_details', 'Contractors do not change orders. Staff or an Admin can.')
export const noMoney = noBecause('money.hidden')
export const derived = noBecause('state.illegal', 'A payment status follows from invoices and payments. Record a payment instead.')
export const unseen = noBecause('not_found')
