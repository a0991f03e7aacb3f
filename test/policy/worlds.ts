// Every situation a cell can tell apart: each value, each null, each forgotten fact, in this agency, in another, and in none.
import { type Atom, atoms } from '#policy/condition.ts'
import type { Actor, Asked, Policy } from '#policy/policy.ts'

export type Facts = Record<string, unknown>
export type Case = { action: string; level: string; me: Actor & Facts; record: Facts; given: Facts; when: 'before' | 'after' }
/** What the proofs need of a policy: one that was tampered with must fit as well. */
export type Decider = Pick<Policy, 'decide'>

export const agency = 'agency-1'
const absent = Symbol('absent')
const actor = { id: 'actor', agency_id: agency, owner_id: 'the-owner', switches: [] as string[], job_roles: [] as string[] }

export const actions = (policy: Policy) => policy.actions.flatMap((action) => policy.levels.map((level) => [action, level] as const))

/** `whole`: without forgotten facts, for judges who know people and not programs. */
export function* casesOf(policy: Policy, action: string, level: string, whole = false): Generator<Case> {
  const asked = atoms(policy.row(action).cells[level]!)
  const row = policy.levels.flatMap((one) => atoms(policy.row(action).cells[one]!))
  const fields = [...new Set(asked.flatMap(fieldsOf))]
  const whens = asked.some((atom) => atom.before) ? (['before', 'after'] as const) : (['before'] as const)
  for (const values of product(fields.map((field) => valuesOf(field, row).filter((value) => !whole || value !== absent))))
    for (const when of whens)
      for (const home of whole ? [agency, 'agency-2'] : [agency, 'agency-2', absent]) {
        const made = { action, level, when, me: { ...actor, level } as Case['me'], record: {} as Facts, given: {} as Facts }
        if (home !== absent) made.record.agency_id = home
        for (const [i, field] of fields.entries()) put(made, field, values[i])
        yield made
      }
}
export const asked = ({ when, given }: Case): Asked => ({ when, given })

/** An atom asks about its field, and about the fact of the actor it is compared with. */
const fieldsOf = ({ field, value }: Atom) => (typeof value === 'object' && value.me !== 'id' ? [field, `me.${value.me}`] : [field])

function valuesOf(field: string, all: readonly Atom[]): unknown[] {
  const here = all.filter((atom) => atom.field === field)
  if (here.length === 0) return [(actor as Facts)[field.slice(3)], null, absent]
  const wanted = [...new Set(here.map(({ value }) => (typeof value === 'object' ? ((actor as Facts)[value.me] as string) : value)))]
  if (here.some(({ op }) => op === 'has')) return [...subsets(wanted), ['something else'], null, absent]
  return [...wanted, typeof wanted[0] === 'boolean' ? !wanted[0] : 'something else', null, absent]
}
const subsets = <T>(all: readonly T[]): T[][] => Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_, i) => (bits >> i) & 1))

function* product(choices: unknown[][]): Generator<unknown[]> {
  const [first, ...rest] = choices
  if (!first) return yield []
  for (const value of first) for (const others of product(rest)) yield [value, ...others]
}

/** Writes a fact where its field lives. */
export function put(to: Case, field: string, value: unknown) {
  const path = field.split('.')
  const home = path[0] === 'me' ? to.me : path[0] === 'new' ? to.given : to.record
  const steps = home === to.record ? path : path.slice(1)
  let place = home as Facts
  for (const step of steps.slice(0, -1)) {
    place[step] ??= {}
    place = place[step] as Facts
  }
  if (value === absent) delete place[steps.at(-1)!]
  else place[steps.at(-1)!] = value
}
