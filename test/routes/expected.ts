// What the table says should be answered, computed from the rows as they are now. Nothing of `work` is used here.
import { forbidden, notFound } from '#core/errors.ts'
import { actorOf } from '#core/work/actor.ts'
import { portals } from '../../src/portals.ts'
import { type Example, examples } from './examples.ts'
import type { Operation } from './operations.ts'
import type { Outside, Row, Stage } from './stage.ts'

export type Expected = { status: number; code: string } | 'allowed'
export type Tried = { example: Example; about: Row; input: Record<string, unknown> }

export const exampleOf = ({ name }: Operation): Example => {
  const found = examples[name]
  if (!found) throw new Error(`Write an example for ${name} into test/routes/examples.ts.`)
  return found
}
/** The record an operation is about, for each id it could be given. */
export function targets(at: Stage, operation: Operation, actor: string): string[] {
  const { about } = exampleOf(operation)
  const me = at.people[actor]!.id
  if (about === 'person') return [...new Set([...Object.values(at.person), at.people[at.kind === 'staffing' ? 'olive' : 'ada']!.id, me])]
  return about === 'invitation' ? Object.values(at.invitation) : [about === 'me' ? me : at.id]
}
export async function prepare(seen: Outside, at: Stage, operation: Operation, target: string): Promise<Tried> {
  const example = exampleOf(operation)
  const table = example.about === 'me' ? 'person' : (example.about ?? 'agency')
  const about = await seen.row(table, at.id, target)
  return { example, about, input: example.input?.(at, about) ?? {} }
}

export async function expected(
  seen: Outside,
  at: Stage,
  operation: Operation,
  actor: string,
  { example, about, input }: Tried,
): Promise<Expected> {
  const portal = portals[at.kind]
  const agency = await seen.agency(at.id)
  const person = await seen.row('person', at.id, at.people[actor]!.id)
  if (person.status !== 'active') return { status: 401, code: 'deactivated' }
  if (operation.kind && operation.kind !== at.kind) return is(notFound())
  const me = actorOf(person as never, agency, portal.switches, new Date())
  const action = operation.action as never
  const sees = (noun: string, row: object) => portal.policy.decide(me, `${noun}.read` as never, row) === null
  let given = example.given?.(input as never, at)
  if (typeof given === 'string') {
    const named = await seen.row('person', at.id, given)
    if (!sees('person', named)) return is(notFound('person'))
    given = named
  }
  if (example.enters) return verdict(portal.policy.ever(me, action))
  const noun = example.about === 'me' ? 'person' : example.about
  if (noun && noun !== 'agency' && !sees(noun, about)) return is(notFound(noun))
  if (example.seesOnly) return 'allowed'
  const record = noun === 'agency' ? { ...about, agency_id: at.id } : noun ? about : { agency_id: at.id }
  return verdict(portal.policy.decide(me, action, record, { given }))
}
const is = ({ status, said }: { status: number; said: { code: string } }) => ({ status, code: said.code })
const verdict = (no: Parameters<typeof forbidden>[0] | null): Expected => (no ? is(forbidden(no)) : 'allowed')
