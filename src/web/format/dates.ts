// Dates as people say them: the year only when it is not this one, relative words only while they are true.
import { clock, formatMoment, type Moment, parts } from '#core/date-words.ts'

export { formatDay, formatMoment } from '#core/date-words.ts'

const minute = 60_000
const locale = 'en-GB'

const dayKey = (at: Date, zone?: string) => {
  const p = parts(at, zone, { day: '2-digit', month: '2-digit', year: 'numeric' })
  return `${p.year}-${p.month}-${p.day}`
}

/** "3 March 2025", for facts. */
export const formatLong = (at: Moment, zone?: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(new Date(at))

/** "8 min ago" up to an hour, then "Today, 09:12", "Yesterday, 17:40", then the date. */
export function formatAgo(at: Moment, zone?: string, now: Date = new Date()): string {
  const then = new Date(at)
  const passed = now.getTime() - then.getTime()
  if (passed >= -minute && passed < minute) return 'Just now'
  if (passed > 0 && passed < 60 * minute) return `${Math.floor(passed / minute)} min ago`
  if (dayKey(then, zone) === dayKey(now, zone)) return `Today, ${clock(then, zone)}`
  if (dayKey(then, zone) === dayKey(new Date(now.getTime() - 24 * 60 * minute), zone)) return `Yesterday, ${clock(then, zone)}`
  return formatMoment(then, zone, now)
}

/** "New York time". */
export const zoneName = (zone: string) => `${zone.split('/').at(-1)!.replaceAll('_', ' ')} time`

/** "Monday 19 October 2026, 10:00, New York time": what hover and focus give. */
export function formatFull(at: Moment, zone?: string): string {
  const then = new Date(at)
  const p = parts(then, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return `${p.weekday} ${p.day} ${p.month} ${p.year}, ${clock(then, zone)}, ${zoneName(here)}`
}
