// Names and values of fields as people say them.
import { formatMoment } from '#web/format/dates.ts'
import { currencyName } from '#web/format/money.ts'
import { formatPhone } from '#web/format/phone.ts'
import { levelOf } from '#web/me.ts'
import type { Me } from '#web/session.ts'

const names: Record<string, string> = {
  name: 'Name', email: 'E-mail', phone: 'Phone', title: 'Title', level: 'Level', side: 'Side', status: 'Status', job_roles: 'Job roles', zone: 'Time zone',
  currency: 'Currency', colour: 'Colour', owner_id: 'Account Owner', state: 'State', expires_at: 'Open until', sent_at: 'Sent', seen_at: 'Last seen',
  login_id: 'Sign-in', registered: 'Registered', created_via: 'Came by', switch: 'Switch', kind: 'Kind', token_hash: 'Link', message: 'Message', person_id: 'Person',
} // biome-ignore format: pairs read better side by side

/** "job_roles" is "Job roles"; a switch is called what its page calls it. */
export const named = (me: Me, field: string) =>
  names[field] ??
  me.portal.switches.find(({ name }) => name === field)?.called ??
  `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll('_', ' ')}`

/** A value in words; what opens doors or is only an id is not shown. */
export function inWords(me: Me, field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '–'
  if (field === 'level') return levelOf(me, String(value))?.title ?? String(value)
  if (field === 'phone') return formatPhone(String(value), me.agency.currency)
  if (field === 'currency') return currencyName(String(value))
  if (field === 'switch') return named(me, String(value))
  if (field === 'token_hash') return 'a new link'
  if (field.endsWith('_id')) return 'set'
  if (field.endsWith('_at')) return formatMoment(String(value), me.agency.zone)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length ? value.join(', ') : 'none'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
