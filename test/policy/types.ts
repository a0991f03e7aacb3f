// Compiled, never run: what must not compile is marked, and the mark itself fails when it compiles after all.
import type { CoreAction } from '#core/actions.ts'
import { definePolicy, no, type Policy, rowsOf, yes } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'

const rows = rowsOf(['high', 'low'])
const written = {
  kind: 'tiny',
  levels: ['high', 'low'],
  called: { high: ['High', 'Highs', 'a High'], low: ['Low', 'Lows', 'a Low'] },
  requires: () => 'no',
} as const

export const fine = definePolicy({ ...written, areas: { All: rows({ 'thing.read': ['see', yes, no, 'somewhere'] }) } })

// @ts-expect-error: the cell of "low" is missing
rows({ 'thing.read': ['see', yes, 'somewhere'] })
// @ts-expect-error: one cell too many
rows({ 'thing.read': ['see', yes, no, no, 'somewhere'] })
// @ts-expect-error: it does not say where it comes from
rows({ 'thing.read': ['see', yes, no] })
// @ts-expect-error: an action is a noun and a verb
rows({ thing: ['see', yes, no, 'somewhere'] })
// @ts-expect-error: a level that nobody has a name for
definePolicy({ ...written, called: { high: ['High', 'Highs', 'a High'] }, areas: {} })
// @ts-expect-error: also when the table is written in place
definePolicy({ ...written, areas: { All: { 'thing.read': ['see', yes, 'somewhere'] } } })

const me = { id: '', agency_id: '', level: 'high' }
fine.decide(me, 'thing.read', {})
// @ts-expect-error: there is no such row
fine.decide(me, 'thing.write', {})

// Both tables have every row of core.
export const tables: Policy<CoreAction>[] = [media, staffing]
// @ts-expect-error: and a table without them is not a portal's
export const tooSmall: Policy<CoreAction> = fine
