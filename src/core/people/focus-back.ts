import { useEffect, useRef } from 'react'

/**
 * What a menu opened gives the focus back to the ellipsis of its row: the menu's entry, where the focus was, is gone by then.
 * Only when nothing else has taken it.
 */
export function useFocusBack(opened: boolean, name: string) {
  const was = useRef(opened)
  useEffect(() => {
    const closed = was.current && !opened
    was.current = opened
    if (!closed) return
    const timer = setTimeout(() => {
      if (document.activeElement && document.activeElement !== document.body) return
      document.querySelector<HTMLElement>(`[aria-label=${JSON.stringify(`Actions for ${name}`)}]`)?.focus()
    }, 180)
    return () => clearTimeout(timer)
  }, [opened, name])
}
