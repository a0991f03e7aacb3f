// A second opinion on every cell: the decided matrices as hand-written grids, read here into a judge that shares no line with the engine.
import { mediaConditions, mediaGrid } from './decisions.media.ts'
import { staffingConditions, staffingGrid } from './decisions.staffing.ts'
import { agency, type Case } from './worlds.ts'

export type Condition = (one: Case) => boolean
type Grid = Map<string, string[]>

const levels = { media: ['admin', 'staff', 'contractor', 'agent'], staffing: ['owner', 'administrator', 'standard', 'talent'] } as const
export type Kind = keyof typeof levels

const read = (text: string): Grid =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line) => [
        line.split(' ', 1)[0]!,
        line
          .slice(line.indexOf(' '))
          .split('|')
          .map((cell) => cell.trim()),
      ]),
  )
const grids = { media: read(mediaGrid), staffing: read(staffingGrid) }
const conditions: Record<Kind, Record<string, Condition>> = { media: mediaConditions, staffing: staffingConditions }

export const decidedActions = (kind: Kind) => [...grids[kind].keys()]

/** What was decided about this case. `Y`, `-`, or names joined by & (and), / (or) and brackets. */
export function decided(kind: Kind, one: Case): boolean {
  if (one.record.agency_id !== agency || one.me.agency_id !== agency) return false // another agency's record does not exist
  const cell = grids[kind].get(one.action)?.[(levels[kind] as readonly string[]).indexOf(one.level)]
  if (cell === undefined) throw new Error(`Nothing was decided about ${one.action} for ${one.level}.`)
  const bracket = /\(([^()]*)\)/.exec(cell)
  if (!bracket) return holds(kind, cell, one)
  return holds(kind, cell.replace(bracket[0], holds(kind, bracket[1]!, one) ? 'Y' : '-'), one)
}
const holds = (kind: Kind, text: string, one: Case): boolean =>
  text.split('&').every((part) => part.split('/').some((name) => atom(kind, name.trim(), one)))

function atom(kind: Kind, name: string, one: Case): boolean {
  if (name === 'Y' || name === '-') return name === 'Y'
  const condition = conditions[kind][name]
  if (!condition) throw new Error(`"${name}" is not a condition of ${kind}.`)
  return condition(one)
}
