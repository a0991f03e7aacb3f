// The browser's copy of a row: what is left of it once the person is known. Plain JSON; this file and those it imports run anywhere.
import { type Condition, type Facts, holds, unmet } from './condition.ts'
import { type Refused, type Told, whyNot } from './words.ts'

export type Ability = true | { refused: Refused } | { if: Condition; told: Told }
export type Abilities<Action extends string = string> = Record<Action, Ability>

/** May it be done to this record? Values that are still to be chosen count as chosen well, until they are given. */
export function allows(ability: Ability, record: Facts = {}, given?: Facts): boolean {
  if (ability === true) return true
  return 'if' in ability && holds(ability.if, { me: {}, record, given }, true)
}

/** The sentence the server would answer; null when it may be done. */
export function refusalOf(ability: Ability, record: Facts = {}, given?: Facts): Refused | null {
  if (ability === true) return null
  if ('refused' in ability) return ability.refused
  const missing = unmet(ability.if, { me: {}, record, given }, true)
  return missing && whyNot(ability.told, missing)
}
