import { useBlocker } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'

type Values = Record<string, unknown>
const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

export type Draft<V extends Values> = {
  values: V
  set: <K extends keyof V>(name: K, value: V[K]) => void
  /** What differs from what is saved; only this is sent. */
  changes: Partial<V>
  count: number
  reset: (saved?: V) => void
  /** Both sides changed the same field: shown with both values until one is chosen. */
  conflicts: { name: keyof V & string; mine: unknown; theirs: unknown }[]
  /** Somebody saved meanwhile: fields I did not touch take their value, the rest becomes conflicts. */
  meet: (theirs: V) => void
  choose: (name: keyof V & string, whose: 'mine' | 'theirs') => void
}

/** What is typed and not yet saved, beside what is saved. */
export function useDraft<V extends Values>(saved: V): Draft<V> {
  const [base, setBase] = useState(saved)
  const [values, setValues] = useState(saved)
  const [open, setOpen] = useState<(keyof V & string)[]>([])
  const names = Object.keys(values) as (keyof V & string)[]
  const changed = names.filter((name) => !same(values[name], base[name]))
  return {
    values,
    set: (name, value) => setValues((now) => ({ ...now, [name]: value })),
    changes: Object.fromEntries(changed.map((name) => [name, values[name]])) as Partial<V>,
    count: changed.length,
    reset: (to = base) => {
      setBase(to)
      setValues(to)
      setOpen([])
    },
    conflicts: open.map((name) => ({ name, mine: values[name], theirs: base[name] })),
    meet: (theirs) => {
      setOpen(changed.filter((name) => !same(theirs[name], base[name]) && !same(theirs[name], values[name])))
      setValues((now) => ({ ...theirs, ...Object.fromEntries(changed.map((name) => [name, now[name]])) }))
      setBase(theirs)
    },
    choose: (name, whose) => {
      setOpen((now) => now.filter((other) => other !== name))
      if (whose === 'theirs') setValues((now) => ({ ...now, [name]: base[name] }))
    },
  }
}

export type Unsaved = {
  count: number
  /** The question stands: something wants to leave. */
  asking: boolean
  stay: () => void
  leave: () => void
  /** Saved: goes where it was about to go when it was asked, else does `then`. */
  done: (then: () => void) => void
  /** Runs `then` now, or after the question when something is unsaved. */
  before: (then: () => void) => void
}

/** Keeps unsaved changes from being lost: by the page's own close button, by a link, by Back, by closing the window. */
export function useUnsaved(count: number): Unsaved {
  const dirty = count > 0
  const [then, setThen] = useState<(() => void) | null>(null)
  // Said "leave": what goes now is not asked again.
  const leaving = useRef(false)
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty && !leaving.current && (current.pathname !== next.pathname || !sameSearch(current.search, next.search)),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
  const blocked = blocker.status === 'blocked'
  return useMemo(() => {
    const leave = () => {
      setThen(null)
      leaving.current = true
      then?.()
      blocker.proceed?.()
    }
    const asking = blocked || then !== null
    return {
      count,
      asking,
      stay: () => {
        setThen(null)
        blocker.reset?.()
      },
      leave,
      done: (next: () => void) => (asking ? leave() : next()),
      before: (next: () => void) => (dirty ? setThen(() => next) : next()),
    }
  }, [count, blocked, then, dirty, blocker])
}
const sameSearch = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)
