import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { ShortcutsDoor } from './keys.tsx'

// The palette's code is fetched when it is first asked for.
const Lazy = lazy(() => import('./palette.tsx').then((module) => ({ default: module.PaletteDialog })))
const listeners = new Set<() => void>()
let opened = false
const set = (on: boolean) => {
  opened = on
  for (const tell of listeners) tell()
}
const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}
export const openPalette = () => set(true)

/** "Search or jump to", and the list of keys: both open over any page. */
export function Palette() {
  const on = useSyncExternalStore(subscribe, () => opened)
  const [once, setOnce] = useState(false)
  if (on && !once) setOnce(true)
  return (
    <>
      {once && (
        <Suspense>
          <Lazy opened={on} close={() => set(false)} />
        </Suspense>
      )}
      <ShortcutsDoor />
    </>
  )
}
