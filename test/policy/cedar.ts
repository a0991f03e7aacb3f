// The referee: our tables translated to Cedar, a language of its own, and asked there. It knows no null, so null is a record.
import { createRequire } from 'node:module'
import type { EntityJson } from '@cedar-policy/cedar-wasm/nodejs'
import { type Atom, type Cell, type Condition, isAtom, isCondition } from '#policy/condition.ts'
import type { Policy } from '#policy/policy.ts'
import type { Case, Facts } from './worlds.ts'

const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs') as typeof import('@cedar-policy/cedar-wasm/nodejs')
const nothing = '{"nothing": true}'

/** One permit per action and level. */
export const toCedar = (policy: Policy): string => policy.actions.map((action) => permitsOf(policy, action)).join('\n')
const permitsOf = (policy: Policy, action: string) =>
  policy.levels.map((level) => permit(action, level, policy.row(action).cells[level]!)).join('\n')
function permit(action: string, level: string, cell: Cell): string {
  const rule = isCondition(cell) ? condition(cell) : String(cell === true)
  const here = 'resource has "agency_id" && resource["agency_id"] == principal["agency_id"]'
  return `permit (principal, action == Action::"${action}", resource) when { principal["level"] == "${level}" && ${here} && (${rule}) };`
}
function condition(c: Condition): string {
  if (isAtom(c)) return c.before ? `(context["when"] == "after" || ${leaf(c)})` : leaf(c)
  if ('all' in c) return `(${c.all.map(condition).join(' && ')})`
  return `(${c.any.map(condition).join(' || ')})`
}
function leaf({ field, op, value, not }: Atom): string {
  const path = field.split('.')
  const home = path[0] === 'me' ? 'principal' : path[0] === 'new' ? 'context["given"]' : 'resource'
  const [known, place] = reach(home, home === 'resource' ? path : path.slice(1))
  const [has, wanted] = typeof value === 'object' ? reach('principal', [value.me]) : ['true', JSON.stringify(value)]
  const hit = op === 'is' ? `${place} == ${wanted}` : `(${place} != ${nothing} && ${place}.contains(${wanted}))`
  if (not) return `(${has} && (${wanted} == ${nothing} || (${known} && !(${hit}))))`
  return `(${has} && ${wanted} != ${nothing} && ${known} && ${hit})`
}
function reach(from: string, steps: readonly string[]): [known: string, place: string] {
  const places = steps.map((_, i) => [from, ...steps.slice(0, i + 1).map((step) => `["${step}"]`)].join(''))
  const known = steps.map((step, i) => `${i ? `${places[i - 1]} != ${nothing} && ${places[i - 1]}` : from} has "${step}"`)
  return [known.join(' && '), places.at(-1)!]
}

/** Reads the text once, action by action; then it may be asked as often as one likes. */
export function referee(policy: Policy): (asked: Case) => boolean {
  const name = crypto.randomUUID()
  for (const action of policy.actions) {
    const parsed = cedar.preparsePolicySet(`${name} ${action}`, { staticPolicies: permitsOf(policy, action) })
    if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed))
  }
  return ({ action, me, record, given, when }) => {
    const entity = (type: string, attrs: Facts): EntityJson => ({
      uid: { type, id: 'it' },
      attrs: attributes(attrs) as EntityJson['attrs'],
      parents: [],
    })
    const answer = cedar.statefulIsAuthorized({
      principal: { type: 'Person', id: 'it' },
      action: { type: 'Action', id: action },
      resource: { type: 'Record', id: 'it' },
      context: { when, given: attributes(given) } as never,
      preparsedPolicySetId: `${name} ${action}`,
      validateRequest: false,
      entities: [entity('Person', me), entity('Record', record)],
    })
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors))
    const { errors } = answer.response.diagnostics
    if (errors.length) throw new Error(JSON.stringify(errors[0]))
    return answer.response.decision === 'allow'
  }
}
const attributes = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [[key, attribute(value)]])))
const attribute = (value: unknown): unknown => {
  if (value === null) return { nothing: true }
  if (Array.isArray(value)) return value.filter((item) => item !== null)
  return typeof value === 'object' ? attributes(value as Facts) : value
}
