// Small hooks the kit shares.
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/** Narrower than 768px: panels become pages, menus become sheets, tables become lines. */
export const usePhone = () => useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false }) ?? false

/** Becomes true only when `on` has lasted: nothing shows for what is quick. */
export function useLate(on: boolean, after: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) return setLate(false)
    const timer = setTimeout(() => setLate(true), after)
    return () => clearTimeout(timer)
  }, [on, after])
  return on && late
}

/** What the address says, by name; setting writes it there, so a link and Back give the same page. Empty values are left out. */
export function useAddress() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  const set = (changes: Record<string, string | undefined>, replace = false) =>
    void navigate({
      to: '.',
      replace,
      search: (before: Record<string, string | undefined>) =>
        Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined && value !== '')),
    } as never)
  return [search, set] as const
}

/** The page's title in the browser: "Users · Harbor Staffing". */
export function useTitle(...words: (string | undefined)[]) {
  const title = words.filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title ? `${title} · Rolecall` : 'Rolecall'
  }, [title])
}
