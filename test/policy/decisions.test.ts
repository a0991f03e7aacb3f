import { expect, test } from 'vitest'
import type { Policy } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'
import { decided, decidedActions, type Kind } from './decisions.ts'
import { mutantsOf } from './mutants.ts'
import { actions, agency, asked, type Case, casesOf } from './worlds.ts'

const tables: [Kind, Policy][] = [
  ['media', media as Policy],
  ['staffing', staffing as Policy],
]
/** Facts nobody forgot, so that a person can judge. */
const judged = (kind: Kind, policy: Policy, action: string, level: string) =>
  [...casesOf(policy, action, level, true)].map((one) => ({ one, right: decided(kind, one) }))

test.each(tables)('every row of the %s table is in the decided matrix, and no other [staffing 92]', (kind, policy) => {
  expect(decidedActions(kind)).toEqual(policy.actions)
})

test.each(tables)('the %s table decides what was decided, in every case [staffing 92]', (kind, policy) => {
  let cases = 0
  for (const [action, level] of actions(policy))
    for (const { one, right } of judged(kind, policy, action, level)) {
      cases++
      expect(policy.decide(one.me, action, one.record, asked(one)) === null, JSON.stringify(one)).toBe(right)
    }
  console.log(`${kind}: ${cases} cases agree with the decided matrix`)
})

test.each(tables)('every cell of the %s table that is changed in any small way is noticed', (kind, policy) => {
  const known = new Map(actions(policy).map(([action, level]) => [`${action} ${level}`, judged(kind, policy, action, level)]))
  let killed = 0
  const survivors: string[] = []
  for (const { action, level, how, policy: mutant } of mutantsOf(policy)) {
    const cases = known.get(`${action} ${level}`)!
    const answer = (one: Case) => mutant.decide(one.me, action, one.record, asked(one))
    const noticed = cases.some(({ one, right }) => (answer(one) === null) !== right)
    // "Not Account Owner" forbids nothing that the levels to choose from allow. It is there to say where ownership moves (A28).
    const asksForOwner = cases.filter(({ one }) => one.record.agency_id === agency && (one.given.level ?? one.record.level) === 'owner')
    const misdirected = asksForOwner.some(({ one, right }) => !right && answer(one)?.code === 'level_unknown')
    if (noticed || misdirected) killed++
    else survivors.push(`${action} ${level}: ${how}`)
  }
  expect(survivors).toEqual([])
  expect(killed).toBeGreaterThan(500)
  console.log(`${kind}: ${killed} mutations of cells, all noticed by the decided matrix`)
})

test.each(['person.set_level', 'person.create', 'invitation.create', 'invitation.edit'])(
  'nobody becomes Account Owner by %s, and is told how it goes [staffing 10]',
  (action) => {
    for (const level of ['owner', 'administrator']) {
      const me = { id: level, agency_id: agency, level, owner_id: 'owner' }
      const record = { agency_id: agency, id: 'sam', side: 'team', level: 'owner' }
      expect(staffing.decide(me, action as never, record, { given: { level: 'owner' } })?.code).toBe('use_ownership_transfer')
      expect(staffing.decide(me, action as never, { ...record, level: 'standard' }, { given: { level: 'administrator' } })).toBeNull()
    }
  },
)
