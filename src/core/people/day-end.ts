// A day ends when it does where the agency is, whatever zone the browser stands in.
const minutesAhead = (at: Date, zone: string) => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const there = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
  return Math.round((there - at.getTime()) / 60_000)
}

/** The last moment of "2026-03-05" in the zone, as the API takes it. */
export function endOfDay(day: string, zone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * 3600_000
  // Asked twice, because the clock may be changed between the guess and the answer.
  const guess = midnight - minutesAhead(new Date(midnight), zone) * 60_000
  return new Date(midnight - minutesAhead(new Date(guess), zone) * 60_000 - 1).toISOString()
}

/** The day in which such an end lies: "2026-03-05". */
export function lastDay(until: string, zone: string): string {
  const end = new Date(until)
  return new Date(end.getTime() + minutesAhead(end, zone) * 60_000).toISOString().slice(0, 10)
}
