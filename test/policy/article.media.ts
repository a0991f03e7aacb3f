// "User Types", as a function. Each line quotes the words it comes from; where the article is silent, so is it.
import type { Case } from './worlds.ts'

type Facts = Record<string, unknown>
const among = (list: unknown, value: unknown) => Array.isArray(list) && list.includes(value)
const oneOf =
  (...actions: string[]) =>
  (action: string) =>
    actions.includes(action)

const addsOrRemovesUsers = oneOf(
  'person.set_level',
  'person.set_job_roles',
  'person.deactivate',
  'person.restore',
  'person.erase',
  'person.import',
  'person.merge',
)
const configuresSettings = oneOf(
  'preferences.edit',
  'switch.edit',
  'booking_flow.edit',
  'price_book.edit',
  'territory.edit',
  'change_policy.edit',
  'branding.edit',
  'referral_program.edit',
)
const invites = oneOf('invitation.create', 'invitation.edit', 'invitation.revoke')
const processesOrders = oneOf(
  'order.edit_details',
  'order.set_status',
  'order_line.set_status',
  'order.assign',
  'order.cancel',
  'appointment.reschedule',
)
const viewsOrders = oneOf('order.list', 'order.read')
const chats = oneOf('chat.read', 'chat.post')
const payments = oneOf(
  'order.set_payment_status',
  'invoice.issue',
  'invoice.edit',
  'invoice.void',
  'payment.record_manual',
  'payment.charge_card',
  'payment.refund',
  'credit.adjust',
)
const sections: Record<string, string> = { 'person.list': 'user_management', 'report.read': 'reporting', 'calendar.read': 'calendar' }
const contractsAndInvoices = oneOf('invoice.read', 'contract.read', 'contract.sign')
const billing = oneOf('card.manage', 'credit.read', 'credit.apply', 'referral.read')

const theirs = (order: Facts, me: Facts) => order.client_id === me.id || order.booked_by_id === me.id || among(order.managers, me.id)

/** true: the article says they can; false: it says they cannot; undefined: it says nothing about this case. */
export function articleOfMedia({ level, action, me, record, given }: Case): boolean | undefined {
  const order = (record.order ?? record) as Facts
  if (action === 'video.tag_editor' && !among(given.job_roles, 'Video Editor')) return false // "Only users with the Video Editor role can be tagged"

  if (level === 'admin') {
    if (action === 'person.create' || action === 'person.edit') return true // "can add/edit/remove users"
    if (action === 'person.set_job_roles') return record.side === 'team' ? true : undefined // "Staff Roles": of team members
    if (action === 'person.merge') return record.side === 'client' && given.side === 'client' ? true : undefined
    if (addsOrRemovesUsers(action) || invites(action)) return true // "add/edit/remove users"; "members you invite or assign"
    if (configuresSettings(action)) return true // "configure settings"
    if (action === 'order.set_payment_status') return undefined
    if (processesOrders(action) || viewsOrders(action) || chats(action) || payments(action) || action in sections) return true // "Full system control"
    if (contractsAndInvoices(action) && action !== 'contract.sign') return true // "Full system control"
    if (action === 'order.create' || action === 'coupon.edit' || action === 'chat.mention_role') return true // "Full system control"
    if (action === 'video.tag_editor') return given.status === 'active' ? true : undefined // "can be tagged in the Video Management section"
  }
  if (level === 'staff') {
    if (action in sections) return among(me.switches, sections[action]) // "By default, … User Management, Reporting, Calendar": until switched off
    if (processesOrders(action) || viewsOrders(action) || action === 'order.create') return among(me.switches, 'orders') // "By default, … process orders"
    if (chats(action)) return among(me.switches, 'project_chat') // "and more"
    if (action === 'person.edit' && record.side !== 'client') return false // "Admin: … can add/edit/remove users"
    if (action === 'person.create' && given.level !== 'agent') return false // "Admin: … can add/edit/remove users"
    if (addsOrRemovesUsers(action) || invites(action)) return false // "Admin: … can add/edit/remove users"
    if (configuresSettings(action)) return false // "Admin: … configure settings"
    if (action === 'chat.mention_role') return true // "you can simply tag @project manager in the project chat"
    if (action === 'video.tag_editor') return given.status !== 'active' ? undefined : among(me.switches, 'video_management') // "and more"
  }
  if (level === 'contractor') {
    const sees = among(me.switches, 'contractor_all_orders') || among(order.assignees, me.id)
    if (viewsOrders(action) || chats(action)) return sees ? true : undefined // "can view orders and chat"
    if (processesOrders(action)) return false // "can't change statuses or … order details"
    if (payments(action)) return false // "can't change … payment … details"
    if (action === 'person.edit' || action === 'person.create') return false // "Limited access"
    if (action in sections || addsOrRemovesUsers(action) || invites(action) || configuresSettings(action)) return false // "Limited access"
    if (action === 'chat.mention_role') return true // "you can simply tag @project manager in the project chat"
    const editor = among(record.editors, me.id) && among(me.job_roles, 'Video Editor')
    if (action === 'video.upload_version' || action === 'video.submit_version') return editor ? true : undefined // "special functionality or access"
  }
  if (level === 'agent') {
    const permitted = (name: string, flow: unknown) => theirs(order, me) && among(me.switches, name) && flow === true
    if (action === 'person.edit_self') return record.id === me.id // "Create and manage their profiles"
    if (action === 'order.create') return given.flow_private === false ? true : undefined // "Book new services"
    if (viewsOrders(action)) return among(order.readers, me.id) ? undefined : theirs(order, me) // "view past orders"
    if (contractsAndInvoices(action)) return theirs(order, me) // "access contracts/invoices"
    if (action === 'appointment.reschedule') return permitted('agent_reschedule', order.reschedule_permitted) // "reschedule … (if permitted)"
    if (action === 'order.cancel') return permitted('agent_cancel', order.cancel_permitted) // "cancel (if permitted)"
    if (billing(action)) return record.person_id === me.id // "stored cards, credits, and referral codes"
    if (addsOrRemovesUsers(action) || invites(action) || configuresSettings(action)) return false // what Admins have: "Full system control"
    if (action === 'person.edit' || action === 'person.create') return false // "their profiles"
  }
  return undefined
}
