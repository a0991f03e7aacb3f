import { IconAlertTriangle, IconInfoCircle, IconLock } from '@tabler/icons-react'
import { Glyph } from './glyph.tsx'
import css from './note.module.css'

const icons = { lock: IconLock, tint: IconInfoCircle, warn: IconAlertTriangle, bad: IconAlertTriangle }
type Props = { tone?: keyof typeof icons; children: React.ReactNode; alert?: boolean }

/** One sentence that holds for what follows: locked for all of it, worth knowing, or wrong. */
export function Note({ tone = 'lock', children, alert }: Props) {
  return (
    <div className={css.note} data-tone={tone} role={alert ? 'alert' : undefined}>
      <Glyph of={icons[tone]} size={14} />
      <span>{children}</span>
    </div>
  )
}
