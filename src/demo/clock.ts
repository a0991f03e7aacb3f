// The demo's times: days and hours where the agencies are, counted back from the moment it is furnished.
export type Clock = ReturnType<typeof clockOf>
export const zone = 'America/New_York'

export function clockOf(now: Date) {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const at = (day: Temporal.ZonedDateTime, time: string) => new Date(day.withPlainTime(time).epochMilliseconds)
  const isWorkday = (day: Temporal.ZonedDateTime) => day.dayOfWeek <= 5
  return {
    now,
    /** `days(3, '10:20')`: three days ago, at twenty past ten. */
    days: (ago: number, time: string) => at(here.subtract({ days: ago }), time),
    /** The same, with Saturdays and Sundays left out. */
    workdays(ago: number, time: string) {
      let day = here
      for (let left = ago; left > 0; ) {
        day = day.subtract({ days: 1 })
        if (isWorkday(day)) left--
      }
      return at(day, time)
    },
    minutes: (ago: number) => new Date(now.getTime() - ago * 60_000),
    /** The next Friday that is not today. */
    friday(time: string) {
      let day = here.add({ days: 1 })
      while (day.dayOfWeek !== 5) day = day.add({ days: 1 })
      return at(day, time)
    },
  }
}
