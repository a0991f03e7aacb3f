// Does PostgreSQL list exactly the rows that memory would allow one by one?
import { sql } from 'kysely'
import { type Atom, atoms, isCondition, settle } from '#policy/condition.ts'
import { type Actor, nounOf, type Policy } from '#policy/policy.ts'
import { agencies, type Ground, people, recordOf } from './ground.ts'
import type { Scratch } from './scratch.ts'
import { actions, type Facts } from './worlds.ts'

export type Compared = { queries: number; rows: number; listed: number; undecidable: number; differences: string[] }

type How = { spoil?: (text: string) => string; actors?: typeof actorsFor }

export async function compareLists(ground: Ground, scratch: Scratch, { spoil, actors = actorsFor }: How = {}): Promise<Compared> {
  const { policy } = ground
  const result: Compared = { queries: 0, rows: 0, listed: 0, undecidable: 0, differences: [] }
  const records = new Map([...ground.tables].map(([noun, rows]) => [noun, rows.map((row) => recordOf(ground, noun, row))]))
  for (const [action, level] of actions(policy))
    for (const me of actors(policy, action, level)) {
      const noun = nounOf(action)
      const cell = policy.row(action).cells[level]!
      const left = isCondition(cell) ? settle(cell, { me: me as unknown as Facts }) : cell
      if (isCondition(left) && atoms(left).some((atom) => atom.field.startsWith('new.'))) {
        result.undecidable++
        if (!throws(() => scratch.textOf(policy.filter(me, action)))) result.differences.push(`${action} ${level} did not throw`)
        continue
      }
      const id = sql.ref(`${noun}.id`)
      const agency = noun === 'agency' ? id : sql.ref(`${noun}.agency_id`)
      const query = sql`select ${agency} as agency_id, ${id} as id from ${sql.table(noun)} where ${policy.filter(me, action)}`
      const found = await scratch.ask(query, spoil).catch((error: Error) => [{ agency_id: 'error', id: error.message }])
      const listed = found.map((row) => `${row.agency_id} ${row.id}`).sort()
      const rows = records.get(noun)!
      const allowed = rows
        .filter((record) => policy.decide(me, action, record) === null)
        .map((row) => `${row.agency_id} ${row.id}`)
        .sort()
      result.queries++
      result.rows += rows.length
      result.listed += listed.length
      if (JSON.stringify(listed) !== JSON.stringify(allowed))
        result.differences.push(JSON.stringify({ action, level, me, listed, allowed }))
    }
  return result
}

/** Only facts the cell asks about are varied: each of them, with its nulls. */
function* actorsFor(policy: Policy, action: string, level: string): Iterable<Actor> {
  const asked = atoms(policy.row(action).cells[level]!)
  const facts = [...new Set(asked.flatMap(actorFacts))].filter((fact) => fact !== 'id')
  const choices = facts.map((fact) => {
    const wanted = asked.filter((atom) => atom.field === `me.${fact}`).map(({ value }) => value)
    if (!wanted.length) return [people[0], people[1], null, undefined]
    return [[], wanted, ...(wanted.length > 1 ? wanted.map((one) => [one]) : []), null]
  })
  const combine = function* (i: number, chosen: Facts): Generator<Facts> {
    if (i === facts.length) return yield chosen
    for (const value of choices[i]!) yield* combine(i + 1, { ...chosen, [facts[i]!]: value })
  }
  for (const agency_id of agencies)
    for (const id of asked.length ? [people[0], people[1], 'stranger'] : [people[0]])
      for (const facts of combine(0, {})) yield { id, agency_id, level, ...facts } as Actor
}
const actorFacts = ({ field, value }: Atom) => [
  ...(field.startsWith('me.') ? [field.slice(3)] : []),
  ...(typeof value === 'object' ? [value.me] : []),
]
const throws = (todo: () => unknown) => {
  try {
    todo()
    return false
  } catch {
    return true
  }
}

const agencyTest = /"\w+"\."agency_id" = (\$\d+)/
/** Ways in which SQL for policies has been wrong before. */
export const spoilers = {
  'nulls compared with <>': (text: string) =>
    text.replaceAll('is distinct from', '<>').replace(/\((\$\d+ = any\([^)]*\))\) is not true/g, 'not ($1)'),
  'the agency forgotten': (text: string) => text.replace(agencyTest, '$1::text is not null'),
  'the agency forgotten in subqueries': (text: string) => {
    let seen = 0
    return text.replace(new RegExp(agencyTest, 'g'), (whole, value) => (seen++ ? `${value}::text is not null` : whole))
  },
  'negation ignored': (text: string) => text.replaceAll('not exists', 'exists').replace(/ is distinct from /g, ' = '),
  'and read as or': (text: string) => text.replace(/ and ([("$])/g, ' or $1'),
}
