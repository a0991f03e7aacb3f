import { Tooltip } from '@mantine/core'
import { IconInfoCircle, IconLock } from '@tabler/icons-react'
import type { Can } from '../api.ts'
import type { May } from '../me.ts'
import css from './act.module.css'
import { Glyph, type Icon } from './glyph.tsx'
import { WhyNot } from './why-not.tsx'

type Props = {
  label: string
  icon: Icon
  can?: Can
  of?: May['of'] | undefined
  onAct?: (() => void) | undefined
  className?: string | undefined
}

/** An icon that needs no word (pencil, bin, x): the same as Act, the lock in its lower right corner. */
export function ActIcon({ label, icon, can = true, of, onAct, className }: Props) {
  if (can === true)
    return (
      <Tooltip label={label}>
        <button type="button" className={`${css.iconButton} ${className ?? ''}`} aria-label={label} onClick={onAct}>
          <Glyph of={icon} />
        </button>
      </Tooltip>
    )
  return (
    <WhyNot why={can} of={of} position="left-start">
      {(locked) => (
        <button type="button" className={`${css.iconButton} ${className ?? ''}`} aria-label={label} {...locked}>
          <Glyph of={icon} />
          <span className={css.corner}>
            <Glyph of={can.moment ? IconInfoCircle : IconLock} size={11} />
          </span>
        </button>
      )}
    </WhyNot>
  )
}
