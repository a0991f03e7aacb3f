// Dates as people say them, in a page, a letter and a refusal: the year only when it is not this one.
const locale = 'en-GB'

export type Moment = string | number | Date
export const parts = (at: Date, zone: string | undefined, options: Intl.DateTimeFormatOptions) =>
  Object.fromEntries(
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).formatToParts(at).map((part) => [part.type, part.value]),
  )

// Intl's en-GB says "Sept"; three letters everywhere keep columns even.
const dayParts = (at: Date, zone?: string) => {
  const p = parts(at, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  return { weekday: p.weekday, day: p.day, month: p.month?.slice(0, 3), year: p.year }
}
export const clock = (at: Date, zone?: string) => {
  const p = parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${p.hour}:${p.minute}`
}

/** "Mon 19 Oct", and "19 Oct 2025" when it is another year. */
export function formatDay(at: Moment, zone?: string, now: Date = new Date()): string {
  const { weekday, day, month, year } = dayParts(new Date(at), zone)
  return year === dayParts(now, zone).year ? `${weekday} ${day} ${month}` : `${day} ${month} ${year}`
}

/** "Mon 19 Oct, 10:00". */
export const formatMoment = (at: Moment, zone?: string, now: Date = new Date()) =>
  `${formatDay(at, zone, now)}, ${clock(new Date(at), zone)}`
