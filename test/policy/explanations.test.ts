import { expect, test } from 'vitest'
import { type Atom, atoms, type Condition, isAtom } from '#policy/condition.ts'
import type { Policy } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'
import { actions, agency, asked, type Case, casesOf, put } from './worlds.ts'

const tables = [
  ['media', media as Policy],
  ['staffing', staffing as Policy],
] as const

/** Makes true what was named: all of an "and", the first of an "or". */
function repair(one: Case, missing: Condition) {
  if (!isAtom(missing)) {
    if ('all' in missing) for (const part of missing.all) repair(one, part)
    else repair(one, missing.any[0]!)
    return
  }
  const { field, op, not, value } = missing as Atom
  if (typeof value === 'object' && one.me[value.me as keyof Case['me']] == null) put(one, `me.${value.me}`, `some ${value.me}`)
  const wanted = typeof value === 'object' ? one.me[value.me as keyof Case['me']] : value
  if (op === 'is') return put(one, field, not ? 'anything else' : wanted)
  const list = field
    .split('.')
    .reduce<unknown>(
      (place, step) => (place as Record<string, unknown> | undefined)?.[step],
      field.startsWith('me.') ? { me: one.me } : one.record,
    )
  const kept = Array.isArray(list) ? list.filter((item) => item !== wanted) : []
  put(one, field, not ? kept : [...kept, wanted])
}

/** Refusals of this agency's records that come from a condition. */
function* refused(policy: Policy) {
  for (const [action, level] of actions(policy))
    for (const one of casesOf(policy, action, level)) {
      if (one.record.agency_id !== agency) continue
      const no = policy.decide(one.me, action, one.record, asked(one))
      const missing = policy.missing(one.me, action, one.record, asked(one))
      if (no && missing) yield { one, no, missing }
    }
}

test.each(tables)('every refusal of the %s table is a counterfactual: what it names is what was missing [staffing 91]', (kind, policy) => {
  let refusals = 0
  const unexplained: unknown[] = []
  for (const { one, no, missing } of refused(policy)) {
    refusals++
    const before = JSON.stringify(one)
    repair(one, missing)
    if (policy.decide(one.me, one.action, one.record, asked(one)) !== null) unexplained.push({ before, no })
  }
  expect(unexplained.slice(0, 2)).toEqual([])
  expect(refusals).toBeGreaterThan(1_000)
  console.log(`${kind}: ${refusals} refusals explained, 0 that do not explain`)
})

test.each(tables)('the sentence of a %s refusal names what is missing, and its code belongs to the first of it', (_kind, policy) => {
  for (const { no, missing } of refused(policy)) {
    const first = atoms(missing)[0]!
    expect(no.code).toBe(first.code)
    if (first.refused) expect(no.message).toBe(first.refused)
    else
      for (const { says } of atoms(missing))
        expect(no.message).toContain(
          says
            .replace(/\bthey\b/g, 'you')
            .replace(/\btheir(s?)\b/g, 'your$1')
            .replace(/\bthem\b/g, 'you'),
        )
  }
})

test.each(tables)('an explanation that names only half is noticed (%s)', (_kind, policy) => {
  let lying = 0
  for (const { one, missing } of refused(policy)) {
    const half = isAtom(missing) || 'any' in missing ? undefined : missing.all[0]
    if (!half) continue
    repair(one, half)
    if (policy.decide(one.me, one.action, one.record, asked(one)) !== null) lying++
  }
  expect(lying).toBeGreaterThan(0)
})

test.each(tables)('every sentence of the %s table is one a person would say', (_kind, policy) => {
  for (const [action, level] of actions(policy)) {
    const me = { id: 'me', agency_id: agency, level, owner_id: 'x', switches: [], job_roles: [] }
    const no = policy.decide(me, action, { agency_id: agency })
    if (!no) continue
    expect(no.message, action).toMatch(/^[A-Z].*\.$/)
    expect(no.message, action).not.toMatch(/undefined|null|please|sorry|not permitted|!/i)
    if (no.message.startsWith('You ')) expect(no.message, action).not.toMatch(/\b(they|them|theirs?|themselves)\b/)
    expect(no.code, action).toMatch(/^[a-z]+([._][a-z]+)*$/)
    expect(no.action).toBe(action)
  }
})
