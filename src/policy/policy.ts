// One table per portal, five uses: decide, filter, abilities, why not, matrix. It knows nothing about agencies' lives.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Abilities, Ability } from './ability.ts'
import { implies } from './below.ts'
import { type Condition, type Facts, isCondition, remember, settle, unmet, type World } from './condition.ts'
import { toSql } from './sql.ts'
import { nounOf, type Row, type RowOf, readTable, type Written } from './table.ts'
import { type Refused, whyNot, words } from './words.ts'

export type { Abilities, Ability } from './ability.ts'
export { all, any, type Cell, type Condition, has, hasNot, me, my, no, noBecause, not, when, yes } from './condition.ts'
export { nounOf, type Row } from './table.ts'
export type { Refused } from './words.ts'

/** Whoever acts. `level` is the column; every other fact of the person may be asked about as `me.x`. */
export type Actor = { readonly id: string; readonly agency_id: string; readonly level: string }
/** `given` are the values about to be written; `when`, whether the record is the row as it was or as it becomes. */
export type Asked = { when?: 'before' | 'after'; given?: Facts }
export type Policy<Action extends string = string, Level extends string = string> = ReturnType<typeof build<Action, Level>>
export type ActionOf<P extends { abilities(me: never): object }> = keyof ReturnType<P['abilities']> & string

/** For a table that is written in several files: `const rows = rowsOf(levels)`, then `export const notes = rows({ … })`. */
export const rowsOf =
  <const Levels extends readonly string[]>(_levels: Levels) =>
  <const Action extends `${string}.${string}`>(table: Record<Action, RowOf<Levels>>) =>
    table

/** Reads the table once: at a request there is only a look-up and a few comparisons. */
export function definePolicy<const Levels extends readonly string[], const Areas extends Readonly<Record<string, object>>>(
  written: Omit<Written<Levels, never>, 'areas'> & { areas: { [A in keyof Areas]: { [R in keyof Areas[A]]: RowOf<Levels> } } & Areas },
) {
  type Action = { [A in keyof Areas]: keyof Areas[A] & string }[keyof Areas]
  return build<Action, Levels[number]>(written as unknown as Written<readonly Levels[number][], Action>)
}

function build<Action extends string, Level extends string>(written: Written<readonly Level[], Action>) {
  const { kind, levels, called, relations = {} } = written
  const entries = readTable<Level>(written as Written<readonly Level[], string>)
  const entryOf = (action: string) => {
    const entry = entries.get(action)
    if (!entry) throw new Error(`The policy of ${kind} has no row "${action}".`)
    return entry
  }
  const answerOf = (me: Actor, action: string) => {
    const { answers, nobody } = entryOf(action)
    return answers.get(me.level) ?? nobody
  }
  /** The one place where a cell becomes an answer. */
  function judge(me: Actor, action: string, record: object, asked: Asked, open: boolean): Refused | null {
    const { answers, nobody, told, elsewhere } = entryOf(action)
    if (!me.agency_id || (record as Facts).agency_id !== me.agency_id) return elsewhere
    const { cell, refused } = answers.get(me.level) ?? nobody
    if (!isCondition(cell)) return cell === true ? null : refused
    const missing = unmet(cell, worldOf(me, record, asked, open), open)
    return missing && whyNot(told, missing)
  }
  return {
    kind,
    levels,
    called,
    relations,
    words,
    /** All of them, in the table's order. As plain strings, so that a portal's table also serves who knows fewer rows. */
    actions: [...entries.keys()] as readonly string[],
    row(action: string): Row<Level> {
      return entryOf(action).row
    },
    /** May this person do this to this record? What is forgotten, in the record or in `given`, is refused. */
    decide(me: Actor, action: Action, record: object, asked: Asked = {}): Refused | null {
      return judge(me, action, record, asked, false)
    },
    /** The same for a button: values that are still to be chosen count as chosen well. */
    could(me: Actor, action: Action, record: object, asked: Asked = {}): Refused | null {
      return judge(me, action, record, asked, true)
    },
    /** An update is decided on the row before and on the row after. */
    decideChange(me: Actor, action: Action, before: object, after: object, given?: Facts): Refused | null {
      return judge(me, action, before, { given }, false) ?? judge(me, action, after, { given, when: 'after' }, false)
    },
    /** Could this person do it to any record at all? For menus, pages and streams. */
    ever(me: Actor, action: string): Refused | null {
      const { cell, refused } = answerOf(me, action)
      if (!isCondition(cell)) return cell === true ? null : refused
      const missing = unmet(cell, knowing(me), true)
      return missing && whyNot(entryOf(action).told, missing)
    },
    /** What stands between this person and a yes; null when nothing does, `false` when nothing could help. */
    missing(me: Actor, action: Action, record: object, asked: Asked = {}): Condition | false | null {
      const { cell } = answerOf(me, action)
      if (!isCondition(cell)) return cell === true ? null : false
      return unmet(cell, worldOf(me, record, asked, false))
    },
    /** All rows for the browser: what is left once the person is known. JSON. */
    abilities(me: Actor): Abilities<Action> {
      const ability = (action: string): Ability => {
        const { cell, refused } = answerOf(me, action)
        if (!isCondition(cell)) return cell === true || { refused }
        return settle(cell, knowing(me)) === true || { if: remember(cell, knowing(me)), told: entryOf(action).told }
      }
      return Object.fromEntries([...entries.keys()].map((action) => [action, ability(action)])) as Abilities<Action>
    },
    /** The WHERE of every list: the agency first, then what is left of the cell. Columns are qualified by the action's noun. */
    filter(me: Actor, action: Action): RawBuilder<SqlBool> {
      const { cell } = answerOf(me, action)
      const noun = nounOf(action)
      const left = isCondition(cell) ? settle(cell, knowing(me)) : cell === true
      const rule = typeof left === 'boolean' ? (left ? sql`true` : sql`false`) : toSql(left, noun, me.agency_id, relations)
      return sql<SqlBool>`(${sql.ref(noun === 'agency' ? 'agency.id' : `${noun}.agency_id`)} = ${me.agency_id} and ${rule})`
    },
    /** Is a level never above another: whatever `a` may do, `b` may do too? */
    below(a: Level, b: Level): boolean {
      return [...entries.values()].every(({ row }) => implies(row.cells[a], row.cells[b]))
    },
  }
}

const knowing = (me: Actor): World => ({ me: me as unknown as Facts })
const worldOf = (me: Actor, record: object, { when = 'before', given }: Asked, open: boolean): World => ({
  ...knowing(me),
  record: record as Facts,
  given: given ?? (open ? undefined : {}),
  when,
})
