// Is one column never above another? Decided by trying every answer that the questions of two cells can have.
import { type Atom, atoms, type Cell, type Condition, isAtom, isCondition } from './condition.ts'

/**
 * What a question and its negation come to. A forgotten fact fails both; a question about *before* passes both, once it is after.
 */
const outcomes = ['yes', 'no', 'neither', 'both'] as const
type Answers = ReadonlyMap<string, (typeof outcomes)[number]>

const keyOf = ({ field, op, value, before }: Atom) => JSON.stringify([field, op, value, before === true])

/** Does a yes of `a` always mean a yes of `b`? Careful rather than clever: different questions count as independent. */
export function implies(a: Cell, b: Cell): boolean {
  const asked = new Map([...atoms(a), ...atoms(b)].map((atom) => [keyOf(atom), atom.before ? outcomes : outcomes.slice(0, 3)]))
  const tryAll = ([first, ...rest]: [string, readonly (typeof outcomes)[number][]][], answers: Answers): boolean => {
    if (!first) return !holds(a, answers) || holds(b, answers)
    return first[1].every((outcome) => tryAll(rest, new Map(answers).set(first[0], outcome)))
  }
  return tryAll([...asked], new Map())
}

const holds = (cell: Cell, answers: Answers): boolean => (isCondition(cell) ? conditionHolds(cell, answers) : cell === true)
function conditionHolds(condition: Condition, answers: Answers): boolean {
  if (isAtom(condition)) return ['both', condition.not ? 'no' : 'yes'].includes(answers.get(keyOf(condition))!)
  return 'all' in condition ? condition.all.every((c) => conditionHolds(c, answers)) : condition.any.some((c) => conditionHolds(c, answers))
}
