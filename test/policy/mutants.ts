// Each cell, spoiled in every small way: flipped, opened, closed, one question negated, left out or let pass.
import { type Cell, type Condition, isAtom, isCondition } from '#policy/condition.ts'
import type { Policy } from '#policy/policy.ts'
import { rewritten } from './broken.ts'
import { actions } from './worlds.ts'

export type Mutant = { action: string; level: string; how: string; policy: Policy }

export function* mutantsOf(policy: Policy): Generator<Mutant> {
  for (const [action, level] of actions(policy))
    for (const [how, cell] of spoiled(policy.row(action).cells[level]!))
      yield { action, level, how, policy: only(policy, action, level, cell) }
}
/** One row is enough: one cell decides, and nothing else does. */
const only = (policy: Policy, action: string, level: string, cell: Cell): Policy =>
  rewritten({ ...policy, actions: [action] }, (old, _row, at) => (at === level ? cell : old))

function spoiled(cell: Cell): [how: string, cell: Cell][] {
  if (!isCondition(cell)) return cell === true ? [['yes became no', false]] : [['no became yes', true]]
  const parts = variants(cell).map(([how, c]): [string, Cell] => [how, c])
  return [['the condition became yes', true], ['the condition became no', false], ...parts]
}
/** The same formula with one leaf changed. */
function variants(condition: Condition): [string, Condition][] {
  if (isAtom(condition)) {
    const { not, ...positive } = condition
    return [
      [`"${condition.says}" negated`, not ? positive : { ...condition, not: true }],
      [`"${condition.says}" always true`, { ...condition, holds: true }],
      [`"${condition.says}" never true`, { ...condition, holds: false }],
    ]
  }
  const parts = 'all' in condition ? condition.all : condition.any
  const whole = (changed: Condition[]): Condition => ('all' in condition ? { all: changed } : { any: changed })
  return parts.flatMap((part, i) => variants(part).map(([how, c]): [string, Condition] => [how, whole(parts.with(i, c))]))
}
