import css from './badges.module.css'
import { Glyph, type Icon } from './glyph.tsx'

type Tone = 'ok' | 'warn' | 'bad' | 'off' | 'quiet'

/** A state in a list: a dot whose shape differs (full fine, ring waiting, square wrong) and a word. */
export function StatusDot({ tone = 'quiet', children }: { tone?: Tone; children: React.ReactNode }) {
  return (
    <span className={css.dot} data-tone={tone}>
      {children}
    </span>
  )
}

type PillProps = { tone?: Tone | 'tint'; icon?: Icon; children: React.ReactNode }

/** A state on a record: a pill with a word. */
export function StatusPill({ tone = 'quiet', icon, children }: PillProps) {
  return (
    <span className={css.pill} data-tone={tone}>
      {icon && <Glyph of={icon} size={12} />}
      {children}
    </span>
  )
}
