import { expect, test } from 'vitest'
import type { Policy } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'
import { withoutNot } from './broken.ts'
import { referee, toCedar } from './cedar.ts'
import { actions, asked, type Case, casesOf, type Decider } from './worlds.ts'

const tables = [
  ['media', media as Policy, 15_000],
  ['staffing', staffing as Policy, 5_000],
] as const

/** What Cedar says of every case; asked once. */
const verdicts = new Map<string, { one: Case; allowed: boolean }[]>()
function verdictsOf(policy: Policy) {
  const known = verdicts.get(policy.kind)
  if (known) return known
  const isAllowed = referee(policy)
  const found = actions(policy).flatMap(([action, level]) =>
    [...casesOf(policy, action, level)].map((one) => ({ one, allowed: isAllowed(one) })),
  )
  verdicts.set(policy.kind, found)
  return found
}
const differences = (policy: Policy, decider: Decider) =>
  verdictsOf(policy).filter(({ one, allowed }) => (decider.decide(one.me, one.action, one.record, asked(one)) === null) !== allowed)

test.each(tables)(
  'the %s table decides like Cedar in every case it can tell apart [staffing 92] [guarantee F7]',
  (kind, policy, atLeast) => {
    expect(differences(policy, policy).slice(0, 3)).toEqual([])
    const [cases, allowed] = [verdictsOf(policy).length, verdictsOf(policy).filter((verdict) => verdict.allowed).length]
    expect(cases).toBeGreaterThan(atLeast)
    expect(allowed).toBeGreaterThan(cases / 100)
    console.log(`${kind}: ${cases} cases compared with Cedar, ${allowed} allowed, 0 differences`)
  },
)

test.each(tables)('the %s comparison notices a forgotten agency, an ignored not, a "before" that binds too long', (kind, policy) => {
  const anyAgency: Decider = { decide: (me, action, record, how) => policy.decide(me, action, { ...record, agency_id: me.agency_id }, how) }
  expect(differences(policy, anyAgency).length).toBeGreaterThan(100)
  expect(differences(policy, withoutNot(policy)).length).toBeGreaterThan(0)
  const alwaysBefore: Decider = { decide: (me, action, record, how) => policy.decide(me, action, record, { ...how, when: 'before' }) }
  expect(differences(policy, alwaysBefore).length > 0).toBe(kind === 'staffing') // only there is something given away
})

test('the text for Cedar is one permit per action and level, readable on its own', () => {
  const text = toCedar(staffing as Policy)
  expect(text.match(/^permit /gm)).toHaveLength(staffing.actions.length * staffing.levels.length)
  expect(text).toContain('resource["primary_contact_id"] == principal["id"]')
})
