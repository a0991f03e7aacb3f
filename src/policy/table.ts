// A table as it is written, and read once at the start: every refusal that needs no record is made here.
import { type Cell, type Condition, isAtom, isCondition } from './condition.ts'
import type { Relations } from './sql.ts'
import { either, type Refused, type Told } from './words.ts'

/** "archive a talent", one cell per level, and where it comes from. A missing cell does not compile. */
export type RowOf<Levels extends readonly string[]> = readonly [can: string, ...cells: { [I in keyof Levels]: Cell }, source: string]
export type Written<Levels extends readonly string[], Action extends string> = {
  kind: string
  levels: Levels
  /** Title, plural, and how one of them is called inside a sentence: "an Account Administrator". */
  called: Record<Levels[number], readonly [title: string, plural: string, one: string]>
  /** The code of a plain no, by who can. */
  requires: (who: readonly Levels[number][]) => string
  relations?: Relations
  areas: Readonly<Record<string, Partial<Record<Action, RowOf<Levels>>>>>
}

export type Row<Level extends string = string> = Readonly<{
  action: string
  area: string
  can: string
  source: string
  cells: Record<Level, Cell>
}>
/** What one level meets in one row. */
export type Answer = { cell: Cell; refused: Refused }
/** A row, ready to answer. `nobody` is for levels the table does not know, `elsewhere` for another agency's records. */
export type Entry<Level extends string> = { row: Row<Level>; told: Told; answers: Map<string, Answer>; nobody: Answer; elsewhere: Refused }

export const nounOf = (action: string) => action.slice(0, action.indexOf('.'))

export function readTable<Level extends string>(written: Written<readonly Level[], string>): Map<string, Entry<Level>> {
  const entries = new Map<string, Entry<Level>>()
  for (const [area, table] of Object.entries(written.areas))
    for (const [action, row] of Object.entries(table) as [string, RowOf<readonly Level[]>][]) {
      if (entries.has(action)) throw new Error(`The policy has two rows "${action}".`)
      entries.set(action, entryOf(written, area, action, row))
    }
  return entries
}

function entryOf<Level extends string>(
  { levels, called, requires }: Written<readonly Level[], string>,
  area: string,
  action: string,
  written: RowOf<readonly Level[]>,
): Entry<Level> {
  const cells = Object.fromEntries(levels.map((level, i) => [level, written[i + 1]])) as Record<Level, Cell>
  for (const level of levels)
    if (isCondition(cells[level]) && isEmpty(cells[level])) throw new Error(`A condition of "${action}" asks nothing.`)
  const row = { action, area, can: written[0], source: written.at(-1) as string, cells }
  const who = levels.filter((level) => cells[level] === true || isCondition(cells[level]))
  const told: Told = { action, can: row.can, whoCan: who.map((level) => called[level][0]) }

  const spoken = [...who].reverse().map((level) => called[level][2])
  const message = `${spoken.length ? `Only ${either(spoken)}` : 'Nobody'} can ${row.can}.`
  const answer = (cell: Cell): Answer => {
    const because = typeof cell === 'object' && 'no' in cell ? cell : undefined
    const refused = { code: because?.no ?? requires(who), message: because?.refused ?? message, action, whoCan: told.whoCan }
    return { cell, refused }
  }
  const answers = new Map<string, Answer>(levels.map((level) => [level, answer(cells[level])]))
  const noSuch = `There is no such ${nounOf(action).replaceAll('_', ' ')}.`
  return { row, told, answers, nobody: answer(false), elsewhere: { code: 'not_found', message: noSuch, action, whoCan: [] } }
}

/** An "and" of nothing would always hold, and an "or" of nothing never. */
const isEmpty = (condition: Condition): boolean => {
  if (isAtom(condition)) return false
  const parts = 'all' in condition ? condition.all : condition.any
  return parts.length === 0 || parts.some(isEmpty)
}
