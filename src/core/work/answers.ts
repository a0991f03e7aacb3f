// What the policy answers one person, with what it cannot know: since when a switch is off for them, who did that, or when it ended.
import { type Atom, atoms, type Condition, type Facts, isAtom, isCondition, unmet, type World } from '#policy/condition.ts'
import type { Abilities, Ability, Asked, Policy } from '#policy/policy.ts'
import { either, type Refused, whyNot } from '#policy/words.ts'
import type { CoreAction } from '../actions.ts'
import { formatDay, formatMoment } from '../date-words.ts'
import type { Actor, Off } from './actor.ts'

export const expired = 'grant.expired'

/** The policy of one person. `asker`: whoever reads the answers, if that is somebody else. */
export function answersFor(policy: Policy<CoreAction>, me: Actor, asker: Actor = me) {
  const told = (no: Refused | null, world: World, open = true): Refused | null => {
    const elsewhere = world.record && world.record.agency_id !== me.agency_id
    if (!no || me.off.size === 0 || elsewhere) return no
    const { can, cells } = policy.row(no.action)
    const cell = cells[me.level] ?? false
    const missing = isCondition(cell) && unmet(withReasons(cell, say), { me: me as unknown as Facts, ...world }, open)
    return missing ? whyNot({ action: no.action, can, whoCan: no.whoCan }, missing) : no
  }
  const say = sentences(policy, me, asker)
  return {
    decide: (action: CoreAction, record: object, asked: Asked = {}) =>
      told(policy.decide(me, action, record, asked), { given: {}, ...asked, record: record as Facts }, false),
    could: (action: CoreAction, record: object, asked: Asked = {}) =>
      told(policy.could(me, action, record, asked), { ...asked, record: record as Facts }),
    ever: (action: string) => told(policy.ever(me, action), {}),
    abilities(): Abilities<CoreAction> {
      const all = Object.entries<Ability>(policy.abilities(me))
      const one = (ability: Ability) => (ability !== true && 'if' in ability ? { ...ability, if: withReasons(ability.if, say) } : ability)
      return Object.fromEntries(all.map(([action, ability]) => [action, one(ability)])) as Abilities<CoreAction>
    },
  }
}

type Say = (atom: Atom) => Atom

/**
 * The same condition, so that its first missing part is what has ended when only that is missing: of what must all hold it comes last,
 * of what is enough by itself it comes first. What is not to be seen stays unseen.
 */
function withReasons(condition: Condition, say: Say): Condition {
  if (isAtom(condition)) return say(condition)
  const isAll = 'all' in condition
  const parts = (isAll ? condition.all : condition.any).map((part) => withReasons(part, say))
  const last = isAll || atoms(parts[0]!)[0]?.code === 'not_found'
  const sorted = parts.toSorted((a, b) => (Number(hasEnding(a)) - Number(hasEnding(b))) * (last ? 1 : -1))
  return isAll ? { all: sorted } : { any: sorted }
}
const hasEnding = (part: Condition) => atoms(part).some(({ code }) => code === expired)

/** The sentence of a switch that is off, where there is something to tell. */
function sentences(policy: Policy<CoreAction>, me: Actor, asker: Actor): Say {
  const who = whoSwitches(policy)
  const sees = (id: string) => policy.could(asker, 'person.read', { agency_id: asker.agency_id, id, side: 'team' }) === null
  const by = (off: Off) => ('by' in off && off.by_id && sees(off.by_id) ? ` by ${off.by}` : '')
  const written = new Map<string, string>() // a list of people asks the same thing many times
  const write = (name: string, off: Off) => {
    const { called } = off
    const words =
      'until' in off
        ? `${called} was switched on for you until ${formatMoment(off.until, me.zone, me.now)}. ${who} can switch it on again.`
        : `${called} is switched off for you since ${formatDay(off.since, me.zone, me.now)}${by(off)}. ${who} can switch it on.`
    written.set(name, words)
    return words
  }
  return (atom) => {
    const name = atom.field === 'me.switches' && atom.op === 'has' && !atom.not ? String(atom.value) : ''
    const off = me.off.get(name)
    if (!off || atom.code === 'not_found') return atom
    const isOver = 'until' in off
    if (!isOver && !atom.refused) return atom
    return { ...atom, code: isOver ? expired : atom.code, refused: written.get(name) ?? write(name, off) }
  }
}

/** "An Admin": whoever can switch something on for one person, at the beginning of a sentence. */
export function whoSwitches(policy: Policy<CoreAction>) {
  const { cells } = policy.row('person.switch')
  return capital(either(policy.levels.filter((level) => cells[level] === true).map((level) => policy.called[level]![2])))
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
