// Tables nobody wrote: they show that the engine is right, not only our two tables.
import fc from 'fast-check'
import type { Atom, Cell, Condition } from '#policy/condition.ts'
import { definePolicy, type Policy } from '#policy/policy.ts'
import type { Relations } from '#policy/sql.ts'
import { agencies, people } from './ground.ts'
import type { Case, Facts } from './worlds.ts'

const levels = ['high', 'middle', 'low'] as const
const relations: Relations = {
  'thing.helpers': { table: 'helper', on: 'thing_id', pick: 'person_id', ended: 'ended_at' },
  'thing.parent.state': { table: 'parent', on: 'id', by: 'parent_id', pick: 'state' },
  'thing.parent.keepers': {
    table: 'keeper',
    on: 'house_id',
    pick: 'person_id',
    by: { table: 'parent', on: 'id', by: 'parent_id', pick: 'house_id' },
  },
}
const me = { me: 'id' }
const friend = { me: 'friend_id' }
const says = { says: 'it is so', code: 'not_so' }
const atom = (field: string, op: Atom['op'], ...values: Atom['value'][]) =>
  fc.constantFrom(...values).map((value) => ({ ...says, field, op, value }) as Atom)
const positive = fc.oneof(
  atom('maker_id', 'is', me, friend),
  atom('state', 'is', 'open', 'closed'),
  atom('shared', 'is', true, false),
  atom('tags', 'has', 'red', 'blue'),
  atom('seen_by', 'has', me, friend),
  atom('helpers', 'has', me, friend),
  atom('parent.state', 'is', 'open', 'closed'),
  atom('parent.keepers', 'has', me, friend),
  atom('me.switches', 'has', 'one', 'two'),
  atom('me.friend_id', 'is', 'p1', 'p2'),
)
const later = fc.oneof(atom('new.state', 'is', 'open', 'closed'), atom('new.tags', 'has', 'red'))
const leaf = (about: fc.Arbitrary<Atom>) =>
  fc
    .tuple(about, fc.boolean(), fc.integer({ min: 0, max: 9 }))
    .map(([one, not, dice]): Atom => ({ ...one, ...(not && { not: true }), ...(dice === 0 && { before: true }) }))

/** Two levels of "all" and "any" over a handful of questions. */
const conditionOf = (about: fc.Arbitrary<Atom>): fc.Arbitrary<Condition> => {
  const group = (inner: fc.Arbitrary<Condition>) =>
    fc
      .tuple(fc.boolean(), fc.array(inner, { minLength: 1, maxLength: 3 }))
      .map(([every, parts]): Condition => (every ? { all: parts } : { any: parts }))
  return fc.oneof(leaf(about), group(fc.oneof(leaf(about), group(leaf(about)))))
}
const cellOf = (about: fc.Arbitrary<Atom>): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 1, arbitrary: fc.constant({ no: 'because' }) },
    { weight: 8, arbitrary: conditionOf(about) },
  )

/** `stored`: only what a database can know, so every cell can be a WHERE. */
export const tables = (kind: 'stored' | 'anything') => {
  const cell = cellOf(kind === 'stored' ? positive : fc.oneof({ weight: 4, arbitrary: positive }, { weight: 1, arbitrary: later }))
  return fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 4 }).map((rows) => policyOf(rows))
}
export const policyOf = (rows: readonly (readonly [Cell, Cell, Cell])[]): Policy =>
  definePolicy({
    kind: 'random',
    levels,
    called: { high: ['High', 'Highs', 'a High'], middle: ['Middle', 'Middles', 'a Middle'], low: ['Low', 'Lows', 'a Low'] },
    requires: () => 'no',
    relations,
    areas: { All: Object.fromEntries(rows.map((cells, i) => [`thing.act${i}`, ['act', ...cells, 'nowhere'] as const])) as never },
  }) as unknown as Policy

/** A table that asks everything once: the ground for lists is made from it. */
const everything = fc.sample(positive, { numRuns: 200, seed: 1 })
export const everyQuestion = policyOf([[{ any: everything }, true, false]])

const sometimes = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant(undefined) })
const person = sometimes(fc.constantFrom(...people))
const state = sometimes(fc.constantFrom('open', 'closed', 'other'))
const list = <T>(...values: T[]) => sometimes(fc.subarray(values))
const given = fc.record({ state, tags: list('red', 'blue') })
export const actors = fc.record({
  id: fc.constantFrom(...people),
  agency_id: fc.constantFrom(...agencies),
  level: fc.constantFrom(...levels),
  friend_id: person,
  switches: list('one', 'two'),
})
const record = fc.record({
  agency_id: sometimes(fc.constantFrom(...agencies)),
  maker_id: person,
  state,
  shared: sometimes(fc.boolean()),
  tags: list('red', 'blue'),
  seen_by: list(...people),
  helpers: list(...people),
  parent: sometimes(fc.record({ state, keepers: list(...people) })),
})
/** Any situation at all, forgotten facts included. */
export const cases = fc
  .tuple(actors, record, given, fc.constantFrom('before', 'after'))
  .map(
    ([me, record, given, when]) =>
      ({ action: '', level: me.level, me: me as Case['me'], record: record as Facts, given: given as Facts, when }) as Case,
  )
