// What “User Types” says, written down by a reader who has not seen the table. `undefined`: the article does not say.
export type Me = { id: string; agency_id: string; owner_id: string; level: string; switches: string[]; job_roles: string[] }
export type Given = { id: string; level: string; side: 'team' | 'client'; status: string; job_roles: string[]; flow_private: boolean }
export type Thing = Record<string, unknown> & {
  id: string
  side: 'team' | 'client'
  level: string
  status: string
  primary_contact_id: string
  uploader_id: string
  author_id: string
  owner_id: string
  client_id: string
  assignees: string[]
  cancel_permitted: boolean
  order: { reschedule_permitted: boolean }
}
type Says = (me: Me, action: string, record: Thing, given: Given) => boolean | undefined

/** May this person do it, by the sentences of the media agency's article? */
export function mediaSays(me: Me, action: string, record: Thing, given: Given): boolean | undefined {
  if (action === 'video.tag_editor' && !given.job_roles.includes('Video Editor')) return false // “Only users with the Video Editor role”
  if (me.level === 'admin') return admin(me, action, record, given)
  if (me.level === 'staff') return staff(me, action, record, given)
  if (me.level === 'contractor') return contractor(me, action, record, given)
  return agent(me, action, record, given)
}

const admin: Says = (me, action, record, given) => {
  const other = record.id !== me.id
  switch (action) {
    case 'person.create':
      return ['admin', 'staff', 'contractor', 'agent'].includes(given.level) || undefined // “can add … users”
    case 'invitation.create':
      return aTeamLevel(given) || undefined // “internal team members you invite or assign”
    case 'invitation.edit':
      return aTeamLevel(record) || undefined // “internal team members you invite or assign”
    case 'invitation.read':
    case 'invitation.revoke':
      return true // “internal team members you invite”
    case 'person.list':
    case 'person.read':
      return true // “You can view and manage all users”
    case 'person.edit':
    case 'person.end_sessions':
    case 'person.send_reset':
      return (other && record.status === 'active') || undefined // “can add/edit/remove users”
    case 'person.set_level':
      return (other && record.status === 'active' && aTeamLevel(given)) || undefined // “team members you invite or assign”
    case 'person.set_job_roles':
      return (record.side === 'team' && record.status === 'active') || undefined // “Roles help you organize your portal”
    case 'person.deactivate':
      return (other && record.status === 'active') || undefined // “can add/edit/remove users”
    case 'person.restore':
      return (other && record.status === 'deactivated') || undefined // “can add/edit/remove users”
    case 'person.import':
      return true // “unregistered (imported client list)”
    case 'preferences.read':
    case 'preferences.edit':
    case 'switch.read':
    case 'switch.edit':
    case 'booking_flow.edit':
    case 'price_book.read':
    case 'price_book.edit':
    case 'coupon.read':
    case 'coupon.edit':
    case 'territory.edit':
    case 'change_policy.edit':
    case 'branding.edit':
    case 'referral_program.edit':
      return true // “Full system control—can … configure settings.”
    case 'video.tag_editor':
      return taggable(given) || undefined // “users with the Video Editor role can be tagged”
    case 'invoice.edit':
      return record.status === 'draft' || undefined // “Full system control”; of an issued invoice the article says nothing
    case 'video.approve':
      return record.uploader_id !== me.id || undefined // “Full system control”; of one's own work the article says nothing
    case 'agency.read':
    case 'person.export':
    case 'audit.read':
    case 'audit.export':
    case 'permission.read':
    case 'outbox.read':
    case 'client_company.read':
    case 'client_company.edit':
    case 'client_company.add_member':
    case 'order.list':
    case 'order.read':
    case 'order.read_money':
    case 'order.create':
    case 'order.edit_details':
    case 'order.set_status':
    case 'order_line.set_status':
    case 'order.set_payment_status':
    case 'order.assign':
    case 'order.cancel':
    case 'appointment.read':
    case 'appointment.reschedule':
    case 'checklist_item.read':
    case 'checklist_item.edit':
    case 'checklist_item.tick':
    case 'calendar.read':
    case 'report.read':
    case 'chat.read':
    case 'chat.post':
    case 'chat.mention_role':
    case 'chat.moderate':
    case 'client_thread.read':
    case 'client_thread.post':
    case 'video.read':
    case 'video.upload_version':
    case 'video.comment':
    case 'video.share_with_client':
    case 'delivery.read':
    case 'delivery.publish':
    case 'delivery.download':
    case 'invoice.read':
    case 'invoice.issue':
    case 'invoice.void':
    case 'contract.read':
    case 'payment.record_manual':
    case 'payment.refund':
    case 'credit.read':
    case 'credit.apply':
    case 'credit.adjust':
    case 'earning.read':
      return true // “Full system control”
  }
}

const staff: Says = (me, action, record, given) => {
  const on = (section: string) => me.switches.includes(section)
  switch (action) {
    case 'order.list':
    case 'order.edit_details':
    case 'order.set_status':
    case 'order_line.set_status':
      return on('orders') // “By default, staff users can process orders”
    case 'order.read':
    case 'order.assign':
      return on('orders') || (record.assignees.includes(me.id) ? undefined : false) // “By default, staff users can process orders”
    case 'appointment.read':
    case 'appointment.reschedule':
      return (on('orders') && on('calendar')) || undefined // “gain access to manage orders, scheduling”
    case 'person.list':
      return on('user_management') // “access various administrative sections, including User Management”
    case 'person.read':
      return on('user_management') || undefined // “view and manage all users by navigating to User Management”
    case 'report.read':
      return on('reporting') // “administrative sections, including … Reporting”
    case 'calendar.read':
      return on('calendar') // “administrative sections, including … Calendar”
    case 'chat.read':
    case 'chat.post':
    case 'chat.mention_role':
      return (on('orders') && on('project_chat')) || undefined // “you can simply tag @project manager in the project chat”
    case 'video.tag_editor':
      return (on('orders') && on('video_management') && taggable(given)) || undefined // “can be tagged in the Video Management section”
  }
}

const contractor: Says = (me, action, record) => {
  const theirs = record.assignees.includes(me.id)
  switch (action) {
    case 'order.list':
    case 'order.read':
      return theirs || me.switches.includes('contractor_all_orders') || undefined // “can view orders”; whose, it does not say
    case 'chat.read':
    case 'chat.post':
      return theirs || undefined // “can view orders and chat”; on whose orders, it does not say
    case 'order.set_status':
    case 'order_line.set_status':
    case 'order.cancel':
      return false // “can’t change statuses”
    case 'order.set_payment_status':
    case 'payment.record_manual':
    case 'payment.refund':
    case 'invoice.issue':
    case 'invoice.edit':
    case 'invoice.void':
      return false // “can’t change statuses or payment/order details”
    case 'order.edit_details':
    case 'order.assign':
    case 'appointment.reschedule':
      return false // “can’t change … order details”
    case 'person.list':
    case 'report.read':
    case 'calendar.read':
      return false // “Limited access”, next to Staff who “access various administrative sections”
    case 'person.create':
    case 'person.set_level':
    case 'person.set_job_roles':
    case 'preferences.edit':
    case 'switch.edit':
      return false // “Limited access”, next to Admins who “can add/edit/remove users, configure settings”
    case 'person.edit':
    case 'person.deactivate':
      return record.id === me.id ? undefined : false // “Limited access”, next to Admins who “can add/edit/remove users”
  }
}

const agent: Says = (me, action, record) => {
  const own = record.client_id === me.id
  switch (action) {
    case 'person.edit_self':
      return record.id === me.id || undefined // “Create and manage their profiles (including contact info …)”
    case 'order.create':
      return own || undefined // “Book new services”
    case 'order.list':
    case 'order.read':
      return own || undefined // “view past orders”
    case 'contract.read':
    case 'invoice.read':
      return (own && record.status !== 'draft') || undefined // “access contracts/invoices”
    case 'appointment.reschedule':
      if (!me.switches.includes('agent_reschedule') || !record.order.reschedule_permitted) return false // “reschedule/cancel (if permitted)”
      return own || undefined // “reschedule/cancel (if permitted)”
    case 'order.cancel':
      if (!me.switches.includes('agent_cancel') || !record.cancel_permitted) return false // “reschedule/cancel (if permitted)”
      return own || undefined // “reschedule/cancel (if permitted)”
    case 'card.read':
    case 'card.manage':
    case 'credit.read':
    case 'referral.read':
      return own || undefined // “Have billing-related settings like stored cards, credits, and referral codes.”
    case 'person.list':
    case 'report.read':
    case 'calendar.read':
      return false // Staff “access various administrative sections”; Agents are “external customers or booking agents”
    case 'person.create':
    case 'person.set_level':
    case 'person.set_job_roles':
    case 'preferences.edit':
    case 'switch.edit':
      return false // Admins “can add/edit/remove users, configure settings”; Agents are “external customers”
    case 'person.edit':
    case 'person.deactivate':
      return record.id === me.id ? undefined : false // “manage their profiles”, not those of others
  }
}

const aTeamLevel = ({ level }: { level: string }) => ['admin', 'staff', 'contractor'].includes(level)
const taggable = (given: Given) => aTeamLevel(given) && given.status === 'active' && given.job_roles.includes('Video Editor')
