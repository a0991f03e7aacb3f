// The decided matrix of the media portal once more, written by hand beside the table: who, and on what condition.
import type { Condition } from './decisions.ts'

type Facts = Record<string, unknown>
const listed = (list: unknown, value: unknown) => Array.isArray(list) && list.includes(value)
const orderOf = (record: Facts) => (record.order ?? {}) as Facts
const placed = (order: Facts, me: Facts) => order.client_id === me.id || order.booked_by_id === me.id || listed(order.managers, me.id)
const on =
  (name: string): Condition =>
  ({ me }) =>
    listed(me.switches, name)

/** What the conditions mean, as a person would check them. Names in capitals are switches. */
export const mediaConditions = {
  self: ({ me, record }) => record.id === me.id,
  holder: ({ me, record }) => record.person_id === me.id,
  actor: ({ me, record }) => record.actor_id === me.id,
  author: ({ me, record }) => record.author_id === me.id,
  member: ({ me, record }) => listed(record.members, me.id),
  team: ({ record }) => record.side === 'team',
  agent: ({ record }) => record.side === 'client',
  newAgent: ({ given }) => given.level === 'agent',
  bothAgents: ({ record, given }) => record.side === 'client' && given.side === 'client',
  assigned: ({ me, record }) => listed(record.assignees, me.id),
  itsAssigned: ({ me, record }) => listed(orderOf(record).assignees, me.id),
  own: ({ me, record }) => placed(record, me),
  itsOwn: ({ me, record }) => placed(orderOf(record), me),
  proven: ({ me, record }) => listed(record.readers, me.id),
  itsProven: ({ me, record }) => listed(orderOf(record).readers, me.id),
  cancelFlow: ({ record }) => record.cancel_permitted === true,
  rescheduleFlow: ({ record }) => orderOf(record).reschedule_permitted === true,
  flow: ({ me, given }) => given.flow_private === false || listed(given.flow_people, me.id),
  crew: ({ me, record }) => listed(record.crew, me.id),
  assignee: ({ me, record }) => record.assignee_id === me.id,
  editor: ({ given }) => listed(given.job_roles, 'Video Editor') && given.status === 'active',
  tagged: ({ me, record }) => listed(record.editors, me.id) && listed(me.job_roles, 'Video Editor'),
  shared: ({ record }) => record.shared === true,
  current: ({ given }) => given.current === true,
  reason: ({ given }) => given.reason_given === true,
  unlocked: ({ record }) => record.locked !== true,
  USERS: on('user_management'),
  ORDERS: on('orders'),
  CHAT: on('project_chat'),
  VIDEO: on('video_management'),
  CALENDAR: on('calendar'),
  REPORTS: on('reporting'),
  COMPANIES: on('client_companies'),
  CHECKLISTS: on('checklists'),
  DELIVERY: on('delivery'),
  PRICES: on('price_book'),
  ORDER_MONEY: on('order_money'),
  INVOICES: on('invoices'),
  INVOICING: on('invoice_editing'),
  PAYMENTS: on('manual_payments'),
  CREDITS: on('credit_reading'),
  APPLYING: on('credit_applying'),
  CHARGING: on('card_charging'),
  REFUNDS: on('refunds'),
  ADJUSTING: on('credit_adjusting'),
  COUPONS: on('coupon_editing'),
  EXPORT: on('client_export'),
  ALL_ORDERS: on('contractor_all_orders'),
  MONEY: on('contractor_money'),
  EARNINGS: on('contractor_earnings'),
  THREAD: on('contractor_client_thread'),
  RESCHEDULE: on('agent_reschedule'),
  CANCEL: on('agent_cancel'),
} satisfies Record<string, Condition>

export const mediaGrid = `
person.list                Y | USERS | - | -
person.read                Y | self / USERS | self | self
person.edit                Y | agent & USERS | - | -
person.edit_self           self | self | self | self
person.set_level           Y | - | - | -
person.set_job_roles       team | - | - | -
person.create              Y | newAgent & USERS | - | -
person.import              Y | - | - | -
person.export              Y | EXPORT | - | -
person.merge               bothAgents | - | - | -
person.deactivate          Y | - | - | -
person.restore             Y | - | - | -
person.erase               Y | - | - | -
person.end_sessions        Y | - | - | -
person.send_reset          Y | - | - | -
person.switch              Y | - | - | -
person.view_as             Y | - | - | -
invitation.read            Y | - | - | -
invitation.create          Y | - | - | -
invitation.edit            Y | - | - | -
invitation.revoke          Y | - | - | -
agency.read                Y | Y | Y | Y
preferences.read           Y | - | - | -
preferences.edit           Y | - | - | -
switch.read                Y | - | - | -
switch.edit                Y | - | - | -
booking_flow.edit          Y | - | - | -
price_book.read            Y | PRICES | - | -
price_book.edit            Y | - | - | -
coupon.read                Y | PRICES | - | -
coupon.edit                Y | COUPONS | - | -
territory.edit             Y | - | - | -
change_policy.edit         Y | - | - | -
branding.edit              Y | - | - | -
referral_program.edit      Y | - | - | -
notification_setting.edit  holder | holder | holder | holder
audit.read                 Y | - | - | -
audit.read_own             actor | actor | actor | actor
audit.export               Y | - | - | -
permission.read            Y | - | - | -
outbox.read                Y | - | - | -
client_company.read        Y | COMPANIES | - | member
client_company.edit        Y | COMPANIES | - | -
client_company.add_member  Y | - | - | -
order.list                 Y | ORDERS | ALL_ORDERS / assigned | own / proven
order.read                 Y | ORDERS | ALL_ORDERS / assigned | own / proven
order.read_money           Y | ORDERS & ORDER_MONEY | MONEY & (ALL_ORDERS / assigned) | own
order.create               Y | ORDERS | - | flow
order.edit_details         Y | ORDERS | - | -
order.set_status           Y | ORDERS | - | -
order_line.set_status      Y | ORDERS | - | -
order.set_payment_status   - | - | - | -
order.assign               Y | ORDERS | - | -
order.cancel               Y | ORDERS | - | own & CANCEL & cancelFlow
appointment.read           Y | ORDERS | crew | itsOwn / itsProven
appointment.reschedule     Y | ORDERS | - | itsOwn & RESCHEDULE & rescheduleFlow
raw_file.upload            Y | ORDERS | crew | -
checklist_item.read        Y | CHECKLISTS | ALL_ORDERS / itsAssigned | -
checklist_item.edit        Y | CHECKLISTS | - | -
checklist_item.tick        Y | CHECKLISTS | assignee | -
calendar.read              Y | CALENDAR | - | -
calendar.read_own          Y | Y | Y | Y
report.read                Y | REPORTS | - | -
chat.read                  Y | CHAT | ALL_ORDERS / itsAssigned | -
chat.post                  Y | CHAT | ALL_ORDERS / itsAssigned | -
chat.mention_role          Y | Y | Y | -
chat.moderate              Y | - | - | -
message.edit               author | author | author | author
client_thread.read         Y | CHAT | THREAD & (ALL_ORDERS / itsAssigned) | itsOwn
client_thread.post         Y | CHAT | THREAD & (ALL_ORDERS / itsAssigned) | itsOwn
video.read                 Y | VIDEO | ALL_ORDERS / itsAssigned | -
video.read_shared          Y | VIDEO | ALL_ORDERS / itsAssigned | itsOwn & shared
video.tag_editor           editor | VIDEO & editor | - | -
video.upload_version       Y | VIDEO | tagged | -
video.submit_version       Y | VIDEO | tagged | -
video.comment              Y | VIDEO | ALL_ORDERS / itsAssigned | -
video.comment_to_client    Y | VIDEO | - | itsOwn & shared
video.share_with_client    Y | VIDEO | - | -
video.approve              Y | VIDEO | - | -
video.approve_for_client   reason | VIDEO & reason | - | itsOwn & shared & current
video.request_changes      reason | VIDEO & reason | - | itsOwn & shared & current
delivery.read              Y | DELIVERY | ALL_ORDERS / itsAssigned | itsOwn / itsProven
delivery.publish           Y | DELIVERY | - | -
delivery.download          Y | DELIVERY | ALL_ORDERS / itsAssigned | (itsOwn / itsProven) & unlocked
invoice.read               Y | INVOICES | - | itsOwn
invoice.issue              Y | INVOICING | - | -
invoice.edit               Y | INVOICING | - | -
invoice.void               Y | INVOICING | - | -
contract.read              Y | INVOICES | - | itsOwn
contract.sign              - | - | - | itsOwn
payment.record_manual      Y | PAYMENTS | - | -
payment.charge_card        Y | CHARGING | - | itsOwn
payment.refund             Y | REFUNDS | - | -
card.read                  Y | INVOICES | - | holder
card.manage                - | - | - | holder
credit.read                Y | CREDITS | - | holder
credit.apply               Y | APPLYING | - | holder
credit.adjust              Y | ADJUSTING | - | -
referral.read              - | - | - | holder
earning.read               Y | REPORTS | EARNINGS & holder | -
`
