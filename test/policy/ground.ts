// Rows to try a table on: two agencies with the same ids, nulls everywhere, arrays, join tables and parents. Made from what the table asks about.
import { type Atom, addressOf, atoms } from '#policy/condition.ts'
import type { Policy } from '#policy/policy.ts'
import { nounOf } from '#policy/policy.ts'
import type { Relation } from '#policy/sql.ts'
import type { Scratch } from './scratch.ts'
import type { Facts } from './worlds.ts'

export const agencies = ['agency-1', 'agency-2'] as const
export const people = ['p1', 'p2', 'p3'] as const
export type Ground = { tables: Map<string, Facts[]>; columns: Map<string, Map<string, Column>>; policy: Policy }
type Column = { type: 'text' | 'boolean' | 'text[]'; values: unknown[] }

/** The same numbers every time, so a failure can be looked at again. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export function groundOf(policy: Policy, rowsEach = 60, seed = 7): Ground {
  const columns = new Map<string, Map<string, Column>>()
  const column = (table: string, name: string, type: Column['type'], values: unknown[]) => {
    if (!columns.has(table)) columns.set(table, new Map())
    if (name === 'id') return
    const known = columns.get(table)!.get(name)
    if (known) known.values = [...new Set([...known.values, ...values])]
    else columns.get(table)!.set(name, { type, values })
  }
  const idsOf = (table: string) => Array.from({ length: rowsEach }, (_, i) => idOf(table, i))
  function relationColumns(noun: string, relation: Relation, asked: readonly Atom[]) {
    const { table, on, pick, by = 'id', ended } = relation
    column(table, pick, ...kindOf(pick, asked, 'is'))
    if (ended) column(table, ended, 'text', ['yesterday', null])
    const parents =
      typeof by === 'string' ? (on === 'id' ? table : by === 'id' ? noun : by.replace(/_id$/, '')) : by.pick.replace(/_id$/, '')
    if (on !== 'id') column(table, on, 'text', idsOf(parents).slice(0, 12))
    if (typeof by === 'string' && by !== 'id') column(noun, by, 'text', on === 'id' ? idsOf(parents) : idsOf(parents).slice(0, 15))
    if (typeof by === 'object') relationColumns(noun, by, [])
  }
  const all = policy.actions.flatMap((action) =>
    policy.levels.flatMap((level) => atoms(policy.row(action).cells[level]!).map((atom) => ({ action, atom }))),
  )
  for (const action of policy.actions) if (!columns.has(nounOf(action))) columns.set(nounOf(action), new Map())
  for (const { action, atom } of all) {
    const noun = nounOf(action)
    if (addressOf(atom.field)[0] !== 'record') continue
    const asked = all.filter((one) => nounOf(one.action) === noun && one.atom.field === atom.field).map((one) => one.atom)
    const relation = policy.relations[`${noun}.${atom.field}`]
    if (relation) relationColumns(noun, relation, asked)
    else column(noun, atom.field, ...kindOf(atom.field, asked, atom.op))
  }
  const pick = numbers(seed)
  const tables = new Map<string, Facts[]>()
  for (const [table, its] of columns)
    tables.set(
      table,
      agencies.flatMap((agency_id) =>
        Array.from({ length: table === 'agency' ? 1 : rowsEach }, (_, i) => {
          const row: Facts = { agency_id, id: table === 'agency' ? agency_id : idOf(table, i) }
          for (const [name, { type, values }] of its)
            row[name] =
              type === 'text[]'
                ? [null, [], ...values.map((value) => [value]), values][pick(values.length + 3)]
                : values[pick(values.length)]
          return row
        }),
      ),
    )
  return { tables, columns, policy }
}
/** People are known by short ids, and the first rows of every table carry them, so that "it is their own" can be true. */
const idOf = (table: string, i: number) => (i < people.length ? people[i]! : `${table}-${i}`)

function kindOf(name: string, asked: readonly Atom[], op: Atom['op']): [Column['type'], unknown[]] {
  const literals = asked.map(({ value }) => value).filter((value) => typeof value !== 'object')
  if (literals.some((value) => typeof value === 'boolean')) return ['boolean', [true, false, null]]
  const compared = asked.length === 0 || asked.some(({ value }) => typeof value === 'object') ? people : []
  if (op === 'has') return ['text[]', [...new Set([...literals, ...compared])]]
  return ['text', [...new Set([...literals, ...compared, `some ${name}`, null])]]
}

/** The record as memory sees it: with its lists and its parents brought along. */
export function recordOf({ tables, policy }: Ground, noun: string, row: Facts): Facts {
  const record: Facts = { ...row }
  for (const [key, relation] of Object.entries(policy.relations)) {
    const [of, ...path] = key.split('.')
    if (of !== noun || !tables.has(relation.table)) continue
    const found = related(tables, row, relation)
    const [last, parent] = [path.at(-1)!, path.length > 1 ? path[0]! : undefined]
    if (parent) record[parent] ??= {}
    const place = parent ? (record[parent] as Facts) : record
    const isList = relation.on !== 'id'
    if (isList) place[last] = found
    else if (found.length) place[last] = found[0]
  }
  return record
}
function related(tables: Ground['tables'], row: Facts, { table, on, pick, by = 'id', ended }: Relation): unknown[] {
  const key = typeof by === 'string' ? row[by] : related(tables, row, by)[0]
  const rows = tables
    .get(table)!
    .filter((one) => one.agency_id === row.agency_id && key != null && one[on] === key && (!ended || one[ended] === null))
  return rows.map((one) => one[pick])
}

/** Everything above, in PostgreSQL. */
export async function lay({ tables, columns }: Ground, { run }: Scratch) {
  for (const [table, rows] of tables) {
    const its = [...columns.get(table)!]
    const described = its.map(([name, { type }]) => `, "${name}" ${type}`).join('')
    await run(`create table "${table}" (agency_id text not null, id text not null${described}, primary key (agency_id, id))`)
    const names = ['agency_id', 'id', ...its.map(([name]) => name)]
    const values = rows.flatMap((row) => names.map((name) => row[name]))
    const marks = rows.map((_, i) => `(${names.map((_, j) => `$${i * names.length + j + 1}`).join(', ')})`).join(', ')
    await run(`insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values ${marks}`, values)
  }
}
