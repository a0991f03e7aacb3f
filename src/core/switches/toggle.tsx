import { IconLock } from '@tabler/icons-react'
import { Glyph } from '#web/kit/glyph.tsx'
import { WhyNot } from '#web/kit/why-not.tsx'
import type { May } from '#web/me.ts'
import css from './switches.module.css'

type Props = { label: string; describedBy: string; on: boolean; may: May; onChange: (on: boolean) => void }

/** On or off, with the word beside it; a locked one keeps its place and says why. */
export function Toggle({ label, describedBy, on, may, onChange }: Props) {
  const shape = { type: 'button', role: 'switch', 'aria-checked': on, 'aria-label': label, className: css.toggle } as const
  const inside = (
    <>
      <span className={css.track} />
      <span className={css.word}>{on ? 'On' : 'Off'}</span>
      <span className={css.lock}>{may.can !== true && <Glyph of={IconLock} size={12} />}</span>
    </>
  )
  if (may.can === true)
    return (
      <button {...shape} aria-describedby={describedBy} onClick={() => onChange(!on)}>
        {inside}
      </button>
    )
  return (
    <WhyNot why={may.can} of={may.of} position="left-start">
      {(locked) => (
        <button {...shape} {...locked}>
          {inside}
        </button>
      )}
    </WhyNot>
  )
}
