import { expect, test } from 'vitest'
import { type Abilities, type Ability, allows, refusalOf } from '#policy/ability.ts'
import { type Condition, isAtom } from '#policy/condition.ts'
import type { Policy } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'
import { actions, agency, type Case, casesOf } from './worlds.ts'

const tables = [
  ['media', media as Policy],
  ['staffing', staffing as Policy],
] as const

/** What a page receives: JSON, once per person. */
function pageOf(policy: Policy, spoil: (ability: Ability) => Ability = (ability) => ability) {
  const known = new Map<string, Abilities>()
  return ({ me, action }: Case): Ability => {
    const key = JSON.stringify(me)
    if (!known.has(key)) known.set(key, JSON.parse(JSON.stringify(policy.abilities(me))))
    return spoil(known.get(key)![action]!)
  }
}
/** The page sees records of its own agency only, and decides before a change. */
const seen = (policy: Policy) =>
  actions(policy).flatMap(([action, level]) =>
    [...casesOf(policy, action, level)].filter((one) => one.record.agency_id === agency && one.when === 'before'),
  )

function differences(policy: Policy, abilityOf: (one: Case) => Ability) {
  return seen(policy).filter((one) => {
    const { me, action, given } = one
    const { agency_id: _, ...record } = one.record
    const ability = abilityOf(one)
    const strict = same(refusalOf(ability, record, given), policy.decide(me, action, one.record, { given }))
    const open = same(refusalOf(ability, record), policy.could(me, action, one.record))
    return !strict || !open || allows(ability, record, given) !== (refusalOf(ability, record, given) === null)
  })
}
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

test.each(tables)('a %s page decides as the server does and says the same sentence [staffing 91] [guarantee F7]', (kind, policy) => {
  expect(differences(policy, pageOf(policy)).slice(0, 2)).toEqual([])
  console.log(`${kind}: ${seen(policy).length} cases decided in the page as on the server, twice each`)
})

test.each(tables)('the %s comparison notices answers that were folded wrongly', (_kind, policy) => {
  const change = (ability: Ability, to: (c: Condition) => Condition): Ability =>
    ability !== true && 'if' in ability ? { ...ability, if: to(ability.if) } : ability
  const flipped = (c: Condition): Condition => {
    if (isAtom(c)) return c.holds === undefined ? c : { ...c, holds: !c.holds }
    return 'all' in c ? { all: c.all.map(flipped) } : { any: c.any.map(flipped) }
  }
  const mixedUp = (c: Condition): Condition => {
    if (isAtom(c)) return c
    return 'all' in c ? { any: c.all.map(mixedUp) } : { all: c.any.map(mixedUp) }
  }
  expect(
    differences(
      policy,
      pageOf(policy, (ability) => change(ability, flipped)),
    ).length,
  ).toBeGreaterThan(0)
  expect(
    differences(
      policy,
      pageOf(policy, (ability) => change(ability, mixedUp)),
    ).length,
  ).toBeGreaterThan(0)
})

test('what a page receives holds no fact about anybody but the person who asks', () => {
  const sam = { id: 'sam', agency_id: agency, level: 'standard', owner_id: 'olive', switches: ['all_talent'], email: 'sam@harbor.example' }
  const text = JSON.stringify(staffing.abilities(sam))
  expect(text).toContain('"value":"sam"')
  expect(text).not.toContain('@')
})
