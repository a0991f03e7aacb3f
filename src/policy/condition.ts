// Conditions are plain data: they can be asked, half answered, sent to a browser, turned into SQL, printed and enumerated.

export type Facts = Readonly<Record<string, unknown>>
export type Value = string | number | boolean | { readonly me: string }

/**
 * One question. `field` is a field of the record (`order.client_id` looks into the record's order), `me.x` or `new.x`.
 * `says` calls the person who acts *they*. `refused` is a whole sentence to answer with.
 * `before`: asked of the row as it was, not of what it becomes; for giving away what is yours.
 * `holds`: already answered, because everything it asks about was known.
 */
export type Atom = {
  readonly says: string
  readonly code: string
  readonly field: string
  readonly op: 'is' | 'has'
  readonly value: Value
  readonly not?: true
  readonly before?: true
  readonly refused?: string
  readonly holds?: boolean
}
export type Condition = Atom | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] }
/** A plain no that has its own code, and perhaps its own sentence. */
export type NoBecause = { readonly no: string; readonly refused?: string }
export type Cell = boolean | Condition | NoBecause

/** What is known. A home that is missing is not known yet; a fact that is missing in a known home matches nothing. */
export type World = { me?: Facts; record?: Facts; given?: Facts; when?: 'before' | 'after' }

type Test = Pick<Atom, 'op' | 'value' | 'not'>

export const yes = true
export const no = false
export const me: Value = { me: 'id' }
export const my = (fact: string): Value => ({ me: fact })
export const not = (value: Value): Test => ({ op: 'is', value, not: true })
export const has = (value: Value): Test => ({ op: 'has', value })
export const hasNot = (value: Value): Test => ({ op: 'has', value, not: true })
export const noBecause = (code: string, sentence?: string): NoBecause => (sentence ? { no: code, refused: sentence } : { no: code })

/** `when('they are the Primary Contact', { primary_contact_id: me }, 'not_primary_contact')`. Several fields: all of them. */
export function when(
  says: string,
  tests: Record<string, Value | Test>,
  code: string,
  more: { refused?: string; before?: true } = {},
): Condition {
  return all(
    ...Object.entries(tests).map(([field, test]): Atom => {
      const asked: Test = typeof test === 'object' && 'op' in test ? test : { op: 'is', value: test }
      return { says, code, field, ...asked, ...more }
    }),
  )
}
export const all = (...parts: readonly Condition[]): Condition => (parts.length === 1 ? parts[0]! : { all: parts })
export const any = (...parts: readonly Condition[]): Condition => (parts.length === 1 ? parts[0]! : { any: parts })

export const isAtom = (condition: Condition): condition is Atom => 'field' in condition
export const isCondition = (cell: Cell): cell is Condition => typeof cell === 'object' && !('no' in cell)
export const atoms = (cell: Cell): Atom[] => {
  if (!isCondition(cell)) return []
  if (isAtom(cell)) return [cell]
  return ('all' in cell ? cell.all : cell.any).flatMap(atoms)
}

const homes = { me: 'me', new: 'given' } as const
const addresses = new Map<string, readonly [home: 'me' | 'given' | 'record', ...path: string[]]>()

/** Where a field lives: `me.level` in the person, `new.level` in what is about to be written, everything else in the record. */
export function addressOf(field: string) {
  const known = addresses.get(field)
  if (known) return known
  const [first, ...rest] = field.split('.') as [string, ...string[]]
  const found = first === 'me' || first === 'new' ? ([homes[first], ...rest] as const) : (['record', first, ...rest] as const)
  addresses.set(field, found)
  return found
}

/**
 * Does it hold? `undefined`: not known yet.
 * A null of the actor never matches. A fact that nobody brought along fails both ways, so what is forgotten is refused.
 */
export function ask(atom: Atom, world: World): boolean | undefined {
  if (atom.holds !== undefined) return atom.holds
  if (atom.before && world.when === 'after') return true
  let value: unknown = atom.value
  if (typeof value === 'object') {
    if (!world.me) return undefined
    value = world.me[(atom.value as { me: string }).me]
    if (value == null) return value === null && atom.not === true
  }
  const [home, ...path] = addressOf(atom.field)
  let found: unknown = world[home]
  if (!found) return undefined
  for (const step of path) found = (found as Facts | null | undefined)?.[step]
  if (found === undefined) return false
  const hit = atom.op === 'is' ? found === value : Array.isArray(found) && found.includes(value)
  return hit !== (atom.not === true)
}

/** `open`: what is not known yet counts as true, so the question becomes "could it hold?". */
export function holds(condition: Condition, world: World, open = false): boolean {
  if (isAtom(condition)) return ask(condition, world) ?? open
  return 'all' in condition ? condition.all.every((c) => holds(c, world, open)) : condition.any.some((c) => holds(c, world, open))
}

/** The part that does not hold; null when all is well. Make it true and the whole is true. */
export function unmet(condition: Condition, world: World, open = false): Condition | null {
  if (holds(condition, world, open)) return null
  if (isAtom(condition)) return condition
  const parts = ('all' in condition ? condition.all : condition.any).map((c) => unmet(c, world, open)).filter((c) => c !== null)
  return 'all' in condition ? all(...parts) : any(...parts)
}

/** Partial evaluation: what is known folds away, the rest stays, with the actor's values written in. */
export function settle(condition: Condition, world: World): boolean | Condition {
  if (isAtom(condition)) return ask(condition, world) ?? written(condition, world)
  const stop = 'any' in condition
  const rest: Condition[] = []
  for (const part of stop ? condition.any : condition.all) {
    const settled = settle(part, world)
    if (settled === stop) return stop
    if (typeof settled !== 'boolean') rest.push(settled)
  }
  if (rest.length === 0) return !stop
  return stop ? any(...rest) : all(...rest)
}

/** Like settle, but keeps the words of what is already answered: for explaining somewhere else. */
export function remember(condition: Condition, world: World): Condition {
  if (!isAtom(condition))
    return 'all' in condition ? all(...condition.all.map((c) => remember(c, world))) : any(...condition.any.map((c) => remember(c, world)))
  const answer = ask(condition, world)
  return answer === undefined ? written(condition, world) : { ...condition, holds: answer }
}

const written = (atom: Atom, { me }: World): Atom =>
  typeof atom.value === 'object' && me ? { ...atom, value: me[atom.value.me] as Value } : atom
