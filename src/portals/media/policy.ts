// Who may do what in a media agency. The words come from Tonomo's "User Types"; the table is in policy/.
import { definePolicy } from '#policy/policy.ts'
import { billing } from './policy/money.ts'
import { calendar, chats, delivery, order, video } from './policy/orders.ts'
import { activity, clientCompanies, invitations, people, settings } from './policy/people.ts'
import { levels } from './policy/words.ts'

/** Everything that belongs to an order names it by order_id, and is asked about as `order.x`. */
const belongings = [
  'appointment',
  'checklist_item',
  'chat',
  'client_thread',
  'video',
  'delivery',
  'invoice',
  'contract',
  'payment',
] as const
const orderField = (pick: string) => ({ table: 'order', on: 'id', by: 'order_id', pick })
const ofOrder = (by: string) => ({
  assignees: { table: 'order_person', on: 'order_id', by, pick: 'person_id', ended: 'ended_at' },
  readers: { table: 'order_reader', on: 'order_id', by, pick: 'person_id' },
})
const managers = { table: 'company_manager', on: 'company_id', pick: 'person_id' }
const relationsOf = (noun: string) => ({
  [`${noun}.order.client_id`]: orderField('client_id'),
  [`${noun}.order.booked_by_id`]: orderField('booked_by_id'),
  [`${noun}.order.cancel_permitted`]: orderField('cancel_permitted'),
  [`${noun}.order.reschedule_permitted`]: orderField('reschedule_permitted'),
  [`${noun}.order.assignees`]: ofOrder('order_id').assignees,
  [`${noun}.order.readers`]: ofOrder('order_id').readers,
  [`${noun}.order.managers`]: { ...managers, by: orderField('company_id') },
})

export const media = definePolicy({
  kind: 'media',
  levels,
  called: {
    admin: ['Admin', 'Admins', 'an Admin'],
    staff: ['Staff', 'Staff', 'Staff'],
    contractor: ['Contractor', 'Contractors', 'a Contractor'],
    agent: ['Agent', 'Agents', 'an Agent'],
  },
  requires: (who) => (who.length === 1 && who[0] === 'admin' ? 'level.admin_only' : 'section.closed'),
  relations: {
    'order.assignees': ofOrder('id').assignees,
    'order.readers': ofOrder('id').readers,
    'order.managers': { ...managers, by: 'company_id' },
    'appointment.crew': { table: 'appointment_person', on: 'appointment_id', pick: 'person_id' },
    'raw_file.crew': { table: 'appointment_person', on: 'appointment_id', by: 'appointment_id', pick: 'person_id' },
    'video.editors': { table: 'video_tag', on: 'video_id', pick: 'person_id', ended: 'ended_at' },
    'client_company.members': { table: 'company_member', on: 'company_id', pick: 'person_id' },
    ...Object.assign({}, ...belongings.map(relationsOf)),
  },
  areas: {
    Users: people,
    Invitations: invitations,
    Settings: settings,
    Activity: activity,
    Clients: clientCompanies,
    Orders: order,
    'Calendar and Reporting': calendar,
    Chat: chats,
    'Video Management': video,
    Delivery: delivery,
    Billing: billing,
  },
})
