import { createContext, use } from 'react'
import type { Ability } from '#policy/ability.ts'
import { type Facts, unmet } from '#policy/condition.ts'
import { whyNot } from '#policy/words.ts'
import type { Can, Why } from './api.ts'
import type { LevelInfo, Me } from './session.ts'

export const MeContext = createContext<Me | null>(null)

/** Who is here, in which agency, and what they may do. Only inside the shell. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe is for pages inside the shell.')
  return me
}

/** The same, or null on the public pages. */
export const useMaybeMe = () => use(MeContext)

/** The address of a page of this agency: `useHref()('users')` is `/harbor/users`. */
export function useHref() {
  const { agency } = useMe()
  return (to: string) => `/${agency.slug}/${to}`
}

/** What a level is called here, how it looks and what it says about itself. */
export const levelOf = (me: Me, name: string): LevelInfo | undefined => me.portal.levels.find((level) => level.name === name)

const no: Why = { code: 'not_allowed', message: 'This is not open to you.' }

/** May I at all? What depends on the record counts as yes: the record's own `can` decides then. `given`: values chosen already. */
export function mayI(me: Me, action: string, given?: Facts): Can {
  const ability = me.abilities[action] as Ability | undefined
  if (ability === undefined) return no
  if (ability === true) return true
  if ('refused' in ability) return why(ability.refused)
  const missing = unmet(ability.if, { me: {}, given }, true)
  return missing ? why(whyNot(ability.told, missing)) : true
}
// Who can is asked anew, with names, when a card opens.
const why = ({ code, message }: Why): Why => ({ code, message })
export const opens = (me: Me, action: string) => mayI(me, action) === true

/** What a control needs to know about one act on one record: spread it into `Act`. */
export type May = { can: Can; of: { action: string; id?: string | undefined } }
type Decided = { id: string; can?: Record<string, Can> }

/** The answer that came with the record: `<Act {...may(person, 'person.edit')} label="Edit" />`. */
export function may(record: Decided, action: string): May {
  return { can: record.can?.[action] ?? no, of: { action, id: record.id } }
}
/** The answer for an act that has no record yet, such as inviting. */
export function mayBegin(me: Me, action: string, given?: Facts): May {
  return { can: mayI(me, action, given), of: { action } }
}
