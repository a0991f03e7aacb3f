import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Policy } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'
import { groundOf, lay } from './ground.ts'
import { compareLists, spoilers } from './same-lists.ts'
import { openScratch, type Scratch } from './scratch.ts'

const tables = [
  ['media', media as Policy],
  ['staffing', staffing as Policy],
] as const
const grounds = new Map(tables.map(([kind, policy]) => [kind, groundOf(policy)]))
const places = new Map<string, Scratch>()

beforeAll(async () => {
  for (const [kind] of tables) {
    const scratch = await openScratch()
    places.set(kind, scratch)
    await lay(grounds.get(kind)!, scratch)
  }
})
afterAll(async () => {
  for (const scratch of places.values()) await scratch.close()
})

test.each(tables)(
  'PostgreSQL lists for every level of the %s table exactly what the single decision allows [guarantee F7]',
  async (kind) => {
    const { queries, rows, listed, undecidable, differences } = await compareLists(grounds.get(kind)!, places.get(kind)!)
    expect(differences.slice(0, 2)).toEqual([])
    expect(queries).toBeGreaterThan(500)
    expect(listed).toBeGreaterThan(1_000)
    expect(undecidable).toBeGreaterThan(0)
    console.log(
      `${kind}: ${queries} queries over ${rows} rows, ${listed} listed, 0 differences; ${undecidable} filters refused, because they ask about what is not written yet`,
    )
  },
)

test.each([
  ['media', 'the agency forgotten'],
  ['media', 'the agency forgotten in subqueries'],
  ['media', 'nulls compared with <>'],
  ['media', 'and read as or'],
  ['staffing', 'the agency forgotten'],
  ['staffing', 'the agency forgotten in subqueries'],
  ['staffing', 'nulls compared with <>'],
  ['staffing', 'negation ignored'],
  ['staffing', 'and read as or'],
] as const)('the %s comparison notices %s', async (kind, how) => {
  const { differences } = await compareLists(grounds.get(kind)!, places.get(kind)!, { spoil: spoilers[how] })
  expect(differences.length).toBeGreaterThan(0)
})

test.each(tables)('every subquery of a %s filter names its agency', (kind, policy) => {
  let subqueries = 0
  for (const action of policy.actions)
    for (const level of policy.levels) {
      const me = { id: 'p1', agency_id: 'agency-1', level, owner_id: 'p2', switches: [], job_roles: ['Video Editor'] }
      let text: string
      try {
        text = places.get(kind)!.textOf(policy.filter(me, action))
      } catch {
        continue // asks about what is about to be written
      }
      const selects = text.split('select ').slice(1)
      subqueries += selects.length
      for (const select of selects) expect(select, `${action} ${level}`).toMatch(/^[^(]* from "(\w+)" where "\1"\."agency_id" = \$\d+/)
    }
  expect(subqueries).toBeGreaterThan(5)
})
