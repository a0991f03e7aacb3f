import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { openPalette } from './palette-door.tsx'

/** What the command key is called on this machine. */
export const modifier = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '\u2318' : 'Ctrl'

const Shortcuts = lazy(() => import('./shortcuts.tsx').then((module) => ({ default: module.Shortcuts })))
const switched = 'rolecall-keys'
const listeners = new Set<() => void>()
let shown = false
const show = (on: boolean) => {
  shown = on
  for (const tell of listeners) tell()
}
export const openShortcuts = () => show(true)

/** Single keys can be switched off, for those whose keyboard or voice control types them by accident. */
export const keysOn = {
  get: () => localStorage.getItem(switched) !== 'off',
  set: (on: boolean) => localStorage.setItem(switched, on ? 'on' : 'off'),
}

/** The keys that work on every page of the shell. */
export function useAgencyKeys() {
  useHotkeys([['mod+K', openPalette]], [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as Element).closest?.('input, textarea, select, [contenteditable="true"]')
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !keysOn.get()) return
      if (event.key === '?') openShortcuts()
      const field = document.querySelector<HTMLInputElement>('[data-search] input')
      if (event.key === '/' && field) {
        event.preventDefault()
        field.focus()
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** The list of shortcuts, when it was asked for. */
export function ShortcutsDoor() {
  const open = useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => shown,
  )
  const [once, setOnce] = useState(false)
  if (open && !once) setOnce(true)
  if (!once) return null
  return (
    <Suspense>
      <Shortcuts opened={open} close={() => show(false)} />
    </Suspense>
  )
}
