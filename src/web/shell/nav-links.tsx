import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Glyph } from '../kit/glyph.tsx'
import { labelOf } from '../menu.ts'
import type { MenuEntry } from '../pages.ts'
import type { Me } from '../session.ts'
import css from './shell.module.css'

/** Entries as links; one that opened just now is tinted for two seconds at its fixed place. */
export function NavLinks({ entries, me, onGo }: { entries: MenuEntry[]; me: Me; onGo?: () => void }) {
  const known = useRef<Set<string>>(undefined)
  const before = known.current
  useEffect(() => {
    known.current = new Set(entries.map((entry) => entry.to))
  })
  return entries.map((entry) => {
    const count = entry.count?.(me)
    const label = labelOf(entry, me)
    return (
      <Link
        key={entry.to}
        to={`/${me.agency.slug}/${entry.to}`}
        className={css.nav}
        activeOptions={{ exact: entry.to === '', includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        data-new={(before && !before.has(entry.to)) || undefined}
        title={label}
        onClick={onGo}
      >
        <Glyph of={entry.icon} />
        <span className={css.word}>{label}</span>
        {count ? <span className={`${css.count} ${css.word} num`}>{count}</span> : null}
      </Link>
    )
  })
}
