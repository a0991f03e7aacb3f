// Policies that were tampered with, for showing that the proofs notice.
import { type Atom, type Cell, type Condition, isAtom, isCondition } from '#policy/condition.ts'
import type { Policy, Row } from '#policy/policy.ts'
import { definePolicy } from '#policy/policy.ts'
import type { Relations } from '#policy/sql.ts'

/** The same table with some cells written anew. */
export function rewritten(policy: Policy, write: (cell: Cell, row: Row, level: string) => Cell, relations: Relations = {}): Policy {
  const rows = policy.actions.map((action) => policy.row(action))
  const table = Object.fromEntries(
    rows.map((row) => [row.action, [row.can, ...policy.levels.map((level) => write(row.cells[level]!, row, level)), row.source]]),
  )
  const { kind, levels, called } = policy
  return definePolicy({ kind, levels, called, relations, requires: () => 'no', areas: { All: table as never } }) as unknown as Policy
}
export function withAtoms(cell: Cell, change: (atom: Atom) => Condition): Cell {
  const inside = (c: Condition): Condition => {
    if (isAtom(c)) return change(c)
    return 'all' in c ? { all: c.all.map(inside) } : { any: c.any.map(inside) }
  }
  return isCondition(cell) ? inside(cell) : cell
}
export const withoutNot = (policy: Policy) => rewritten(policy, (cell) => withAtoms(cell, ({ not: _, ...atom }) => atom))
