// What the pages of people share: the records as they arrive, and a few words about one.
import type { AgencyClient } from '#web/client.ts'
import { firstName } from '#web/format/words.ts'
import { levelOf } from '#web/me.ts'
import type { Me } from '#web/session.ts'

export type Person = Awaited<ReturnType<AgencyClient['people']['list']>>['people'][number]
export type PersonOnPage = Awaited<ReturnType<AgencyClient['people']['get']>>

/** The level as people speak of it: the Account Owner is one, though the row says administrator. */
export const levelName = ({ owner, level }: Pick<Person, 'owner' | 'level'>) => (owner ? 'owner' : level)
export const levelTitle = (me: Me, level: string) => levelOf(me, level)?.title ?? level
export const stateOf = ({ status, registered }: Pick<Person, 'status' | 'registered'>) =>
  status === 'deactivated' ? ('gone' as const) : registered ? ('here' as const) : ('invited' as const)
export const first = (person: { name: string }) => firstName(person.name)

/** Seen within three minutes: the page says so every two. */
export const isHere = (seen: string | null, now = Date.now()) => seen !== null && now - Date.parse(seen) < 180_000
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
