import { IconAdjustments } from '@tabler/icons-react'
import { useState } from 'react'
import { useAddress, usePhone } from '../use.ts'
import { Glyph } from './glyph.tsx'
import css from './list-bar.module.css'
import { Sheet } from './sheet.tsx'

type Props = { names: string[]; children: React.ReactNode }

/** The filter chips of a list; on a phone one button with the number set, and the chips in a sheet. */
export function Filters({ names, children }: Props) {
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const [address] = useAddress()
  if (!phone) return children
  const set = names.filter((name) => address[name]).length
  return (
    <>
      <span className={set > 0 ? css.set : undefined}>
        <button type="button" className={css.chip} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
          <Glyph of={IconAdjustments} size={14} />
          Filter{set > 0 && ` ${set}`}
        </button>
      </span>
      <Sheet opened={open} onClose={() => setOpen(false)} title="Filter">
        <div className={css.sheet}>{children}</div>
      </Sheet>
    </>
  )
}
