// Who is acting, and with what rights: built anew for every work, from rows read in its own transaction.
import type { Selectable } from 'kysely'
import type { PersonSwitch, Tables } from '#db/tables.ts'
import type { Switch } from '../portal.ts'

export type AgencyRow = Selectable<Tables['agency']>
export type PersonRow = Selectable<Tables['person']>
/** Why something is off that was on: the person's own switch has ended, or somebody switched it off. */
export type Off = { called: string } & ({ until: string } | { since: string; by: string; by_id?: string | undefined })
/** `level` is the policy's column: the Account Owner's is `owner`, chosen by the agency's pointer and written nowhere else. */
export type Actor = Omit<PersonRow, 'level' | 'switches'> & {
  level: string
  switches: string[]
  off: ReadonlyMap<string, Off>
  owner_id: string
  zone: string
  now: Date
}

export function actorOf(person: PersonRow, agency: AgencyRow, switches: readonly Switch[], now: Date): Actor {
  const owns = agency.kind === 'staffing' && agency.owner_id === person.id
  const mine = switches.filter((one) => one.level === person.level)
  const [on, off] = [true, false].map((is) => mine.filter((one) => isOn(one, person, agency, now) === is))
  return {
    ...person,
    level: owns ? 'owner' : person.level,
    switches: on!.map((one) => one.name),
    off: new Map(off!.flatMap((one) => whyOff(one, person, agency, now) ?? [])),
    owner_id: agency.owner_id,
    zone: agency.zone,
    now,
  }
}

/** A person's own setting counts until it ends; then the agency's; then the default. */
export function isOn(one: Switch, person: Pick<PersonRow, 'switches'>, agency: Pick<AgencyRow, 'switches'>, now: Date): boolean {
  const own = person.switches[one.name]
  if (own && !hasEnded(own, now)) return own.on
  return agency.switches[one.name] ?? one.on
}
export const hasEnded = (own: PersonSwitch, now: Date) => own.until !== null && new Date(own.until) <= now

/** What is off by default, and was never switched, needs no reason. */
function whyOff({ name, called }: Switch, person: PersonRow, agency: AgencyRow, now: Date): [[string, Off]] | undefined {
  const own = person.switches[name]
  const ended = own !== undefined && hasEnded(own, now)
  if (ended && own.on) return [[name, { called, until: own.until! }]]
  const by = own && !ended ? own : agency.switches[name] === false ? agency.switched[name] : undefined
  return by && [[name, { called, since: by.at, by: by.by, by_id: by.by_id }]]
}
