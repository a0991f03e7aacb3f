// The same rule as a WHERE: every table in it names its agency.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Atom, addressOf, type Condition, isAtom } from './condition.ts'

/**
 * How a field is found that is not a column: `exists (select 1 from table where on = <noun>.by and pick = value)`.
 * `by` is a column of the noun (its id, if nothing is said) or again something that is looked up. `ended`: only rows where it is null.
 */
export type Relation = { table: string; on: string; pick: string; by?: string | Relation; ended?: string }
/** Keys are `noun.field`, as in `order.assignees` or `chat.order.assignees`. */
export type Relations = Readonly<Record<string, Relation>>

export function toSql(condition: Condition, noun: string, agency: string, relations: Relations): RawBuilder<SqlBool> {
  const inside = (c: Condition) => toSql(c, noun, agency, relations)
  if (!isAtom(condition)) {
    const [parts, word] = 'all' in condition ? [condition.all, sql` and `] : [condition.any, sql` or `]
    return sql`(${sql.join(parts.map(inside), word)})`
  }
  const [home] = addressOf(condition.field)
  if (home !== 'record') throw new Error(`"${condition.field}" is not in the database yet: ask decide() instead.`)
  const relation = relations[`${noun}.${condition.field}`]
  return relation ? lookUp(condition, noun, agency, relation) : compare(condition, sql.ref(`${noun}.${condition.field}`))
}

/** Positive leaves can use an index; negative ones treat null as JavaScript does. */
function compare({ op, value, not }: Atom, column: RawBuilder<unknown>): RawBuilder<SqlBool> {
  if (op === 'has') return not ? sql`(${value} = any(${column})) is not true` : sql`${value} = any(${column})`
  return not ? sql`${column} is distinct from ${value}` : sql`${column} = ${value}`
}

/** `is` asks the one row that belongs to it, which must be there; `has` asks whether any does. */
function lookUp(atom: Atom, noun: string, agency: string, relation: Relation): RawBuilder<SqlBool> {
  const { op, not } = atom
  const picked = sql.ref(`${relation.table}.${relation.pick}`)
  const found = sql`exists (${rows(sql`1`, noun, agency, relation)} and ${compare(op === 'is' ? atom : { ...atom, op: 'is', not: undefined }, picked)})`
  return not && op === 'has' ? sql`not ${found}` : sql`${found}`
}

function rows(what: RawBuilder<unknown>, noun: string, agency: string, { table, on, by = 'id', ended }: Relation): RawBuilder<unknown> {
  const key = typeof by === 'string' ? sql.ref(`${noun}.${by}`) : sql`(${rows(sql.ref(`${by.table}.${by.pick}`), noun, agency, by)})`
  const open = ended ? sql` and ${sql.ref(`${table}.${ended}`)} is null` : sql``
  return sql`select ${what} from ${sql.table(table)} where ${sql.ref(`${table}.agency_id`)} = ${agency} and ${sql.ref(`${table}.${on}`)} = ${key}${open}`
}
