/** The day in a zone some days ago, as the API writes one: "2026-10-21". */
export function dayIn(zone: string, daysAgo: number, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
  const day = new Date(`${parts}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() - daysAgo)
  return day.toISOString().slice(0, 10)
}
