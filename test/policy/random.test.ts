import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusalOf } from '#policy/ability.ts'
import type { Policy } from '#policy/policy.ts'
import { withoutNot } from './broken.ts'
import { referee } from './cedar.ts'
import { groundOf, lay } from './ground.ts'
import { actors, cases, everyQuestion, tables } from './random.ts'
import { compareLists, spoilers } from './same-lists.ts'
import { openScratch } from './scratch.ts'
import { asked, type Case, type Decider } from './worlds.ts'

const runs = { numRuns: 150, seed: 20_260_721 }
const situations = fc.tuple(tables('anything'), fc.array(cases, { minLength: 20, maxLength: 20 }))
const each = (policy: Policy, some: readonly Case[]) => some.flatMap((one) => policy.actions.map((action) => ({ ...one, action })))
const allows = (decider: Decider, one: Case) => decider.decide(one.me, one.action, one.record, asked(one)) === null

test('random tables decide like Cedar [guarantee F7]', () => {
  let compared = 0
  fc.assert(
    fc.property(situations, ([policy, some]) => {
      const isAllowed = referee(policy)
      for (const one of each(policy, some)) {
        compared++
        expect(allows(policy, one), JSON.stringify(one)).toBe(isAllowed(one))
      }
    }),
    runs,
  )
  console.log(`random tables: ${compared} cases compared with Cedar`)
})

test('random tables: a page decides as the server does and says the same [guarantee F7]', () => {
  fc.assert(
    fc.property(situations, ([policy, some]) => {
      for (const { me, action, record, given } of each(policy, some)) {
        const ability = JSON.parse(JSON.stringify(policy.abilities(me)))[action]
        const here = { ...record, agency_id: me.agency_id }
        expect(refusalOf(ability, record, given)).toEqual(policy.decide(me, action, here, { given }))
        expect(refusalOf(ability, record)).toEqual(policy.could(me, action, here))
        if (policy.decide(me, action, here, { given }) === null) expect(policy.ever(me, action)).toBeNull()
      }
    }),
    runs,
  )
})

test('random tables: what is below another level is never allowed more', () => {
  let below = 0
  fc.assert(
    fc.property(situations, ([policy, some]) => {
      for (const [a, b] of [
        ['low', 'middle'],
        ['middle', 'high'],
        ['low', 'high'],
        ['high', 'low'],
      ] as const) {
        if (!policy.below(a, b)) continue
        below++
        for (const one of each(policy, some))
          if (allows(policy, { ...one, me: { ...one.me, level: a } }))
            expect(allows(policy, { ...one, me: { ...one.me, level: b } })).toBe(true)
      }
    }),
    { ...runs, numRuns: 1_000 },
  )
  expect(below).toBeGreaterThan(50)
})

test('random tables: PostgreSQL lists what memory allows [guarantee F7]', async () => {
  const scratch = await openScratch()
  const ground = groundOf(everyQuestion, 40)
  await lay(ground, scratch)
  const total = { queries: 0, listed: 0 }
  const noticed = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(tables('stored'), fc.array(actors, { minLength: 4, maxLength: 4 }), async (policy, some) => {
      const how = { actors: (_policy: Policy, _action: string, level: string) => some.map((one) => ({ ...one, level })) }
      const { queries, listed, differences } = await compareLists({ ...ground, policy }, scratch, how)
      expect(differences.slice(0, 1)).toEqual([])
      total.queries += queries
      total.listed += listed
      if (total.queries > 2_000) return // the spoilers need only some tables
      for (const [name, spoil] of Object.entries(spoilers)) {
        const spoiled = await compareLists({ ...ground, policy }, scratch, { ...how, spoil })
        noticed.set(name, (noticed.get(name) ?? 0) + spoiled.differences.length)
      }
    }),
    { ...runs, numRuns: 100 },
  )
  for (const name of Object.keys(spoilers)) expect(noticed.get(name), name).toBeGreaterThan(0)
  expect(total.listed).toBeGreaterThan(1_000)
  console.log(`random tables: ${total.queries} queries, ${total.listed} rows listed, 0 differences`)
  await scratch.close()
})

test('the comparison with Cedar notices an engine that ignores "not"', () => {
  expect(() =>
    fc.assert(
      fc.property(situations, ([policy, some]) => {
        const [isAllowed, careless] = [referee(policy), withoutNot(policy)]
        for (const one of each(policy, some)) expect(allows(careless, one)).toBe(isAllowed(one))
      }),
      { ...runs, endOnFailure: true },
    ),
  ).toThrow('Property failed')
})
