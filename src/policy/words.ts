// Sentences: the same ones on the server, on a grey button and on the printed page.
import { type Cell, type Condition, isAtom, isCondition } from './condition.ts'

export type Refused = { code: string; message: string; action: string; whoCan: string[] }
/** What a sentence needs to know about a row. */
export type Told = { action: string; can: string; whoCan: string[] }

/** A cell as it is printed: "yes", "no" or "if they are the Primary Contact". */
export const words = (cell: Cell): string => (isCondition(cell) ? `if ${inWords(cell)}` : cell === true ? 'yes' : 'no')

/** Why a condition said no: the sentence of the first thing that is missing, or all that is missing. */
export function whyNot({ action, can, whoCan }: Told, missing: Condition): Refused {
  const first = firstOf(missing)
  return { code: first.code, message: first.refused ?? toYou(`You can ${can} only if ${inWords(missing)}.`), action, whoCan }
}

/** "a Standard User, an Account Administrator or the Account Owner" */
export const either = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

function inWords(condition: Condition, inside?: 'all' | 'any'): string {
  if (isAtom(condition)) return condition.says
  const how = 'all' in condition ? 'all' : 'any'
  const parts = 'all' in condition ? condition.all : condition.any
  const said = [...new Set(parts.map((part) => inWords(part, how)))]
  if (said.length === 1) return said[0]!
  if (how === 'all') return said.join(' and ')
  const mixed = parts.some((part) => 'all' in part)
  return `${inside === 'all' ? 'either ' : ''}${said.join(mixed ? ', or ' : ' or ')}`
}

const firstOf = (condition: Condition) => {
  let first = condition
  while (!isAtom(first)) first = ('all' in first ? first.all : first.any)[0]!
  return first
}

const you: Record<string, string> = { they: 'you', them: 'you', their: 'your', theirs: 'yours', themselves: 'yourself' }
const toYou = (text: string) => text.replace(/\b(they|them|their|theirs|themselves)\b/g, (word) => you[word]!)
