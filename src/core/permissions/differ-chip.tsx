import { IconCheck, IconPlus } from '@tabler/icons-react'
import { Glyph } from '#web/kit/glyph.tsx'
import bar from '#web/kit/list-bar.module.css'
import { useAddress } from '#web/use.ts'

/** Leaves out what every level may, or none. */
export function DifferChip() {
  const [address, set] = useAddress()
  const on = !!address.differ
  return (
    <span className={on ? bar.set : undefined}>
      <button type="button" className={bar.chip} aria-pressed={on} onClick={() => set({ differ: on ? undefined : 'yes' }, true)}>
        <Glyph of={on ? IconCheck : IconPlus} size={12} />
        Only where levels differ
      </button>
    </span>
  )
}
