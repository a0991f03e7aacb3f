// What was switched on for one person ends by itself. A day before, they are told, once.
import type { PersonSwitch } from '#db/tables.ts'
import { formatMoment } from '../date-words.ts'
import { letter } from '../letters/letter.ts'
import type { Switch } from '../portal.ts'
import { isOn, type PersonRow } from '../work/actor.ts'
import { whoSwitches } from '../work/answers.ts'
import type { Guest } from '../work/works.ts'

const aDay = 24 * 3600_000

/** Writes the letters and the mark that they are written together; whoever comes second waits for the row, and finds the mark. */
export async function warnOfEnds({ db, agency, portal, trail, now }: Guest, id: string) {
  if (!agency || !portal) return
  const rows = db.selectFrom('person').selectAll().where('agency_id', '=', agency.id).where('id', '=', id)
  const person = await rows.forNoKeyUpdate().executeTakeFirst()
  if (!person?.email || person.status !== 'active') return
  const { email } = person
  const ending = portal.switches.flatMap((one) => {
    const own = person.switches[one.name]
    return own && one.level === person.level && endsSoon(own, now) && losesIt(one, person, agency, own) ? [{ one, own }] : []
  })
  if (ending.length === 0) return
  for (const { one, own } of ending) {
    const until = formatMoment(own.until!, agency.zone, now)
    const subject = `${one.called} is on for you until ${until}`
    const lines = [`${one.says} For you this ends by itself then.`, `${whoSwitches(portal.policy)} can switch it on for longer.`]
    trail.send(letter({ to: email, from: agency, subject, heading: subject, lines }))
  }
  const marked = Object.fromEntries(ending.map(({ one, own }) => [one.name, { ...own, warned: true as const }]))
  await db
    .updateTable('person')
    .set({ switches: JSON.stringify({ ...person.switches, ...marked }) })
    .where('agency_id', '=', agency.id)
    .where('id', '=', id)
    .execute()
}

/** Within a day, not over yet, and not told. */
function endsSoon({ on, until, warned }: PersonSwitch, now: Date) {
  const left = until ? new Date(until).getTime() - now.getTime() : 0
  return on && !warned && left > 0 && left <= aDay
}
/** What is on for everybody stays on. */
const losesIt = (one: Switch, person: PersonRow, agency: NonNullable<Guest['agency']>, { until }: PersonSwitch) =>
  !isOn(one, person, agency, new Date(until!))
