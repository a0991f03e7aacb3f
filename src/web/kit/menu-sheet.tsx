import { useUncontrolled } from '@mantine/hooks'
import { IconDots, IconInfoCircle, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import buttons from './act.module.css'
import type { Item } from './act-item.tsx'
import { Glyph } from './glyph.tsx'
import css from './row-menu.module.css'
import type { Items } from './row-menu.tsx'
import { Sheet } from './sheet.tsx'
import { WhyCard } from './why-card.tsx'

type Props = { label: string; items: Items; opened?: boolean; onChange?: (opened: boolean) => void; children?: React.ReactElement }

/** A menu for thumbs: a sheet from the bottom. A refused entry opens its reason below itself. */
export function MenuSheet({ label, items, opened, onChange }: Props) {
  const [open, setOpen] = useUncontrolled({ value: opened, defaultValue: false, onChange: onChange ?? (() => {}) })
  const kept = items.filter((item) => item !== false && item != null)
  return (
    <>
      <button
        type="button"
        className={buttons.iconButton}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(true)
        }}
      >
        <Glyph of={IconDots} />
      </button>
      <Sheet opened={open} onClose={() => setOpen(false)} title={label.replace('Actions for ', '')}>
        <ul style={{ padding: '0 0 16px' }}>
          {kept.map(
            (item, place) =>
              item !== 'line' && (
                <li key={item.label} className={kept[place - 1] === 'line' ? css.afterLine : undefined}>
                  <SheetItem item={item} close={() => setOpen(false)} />
                </li>
              ),
          )}
        </ul>
      </Sheet>
    </>
  )
}

function SheetItem({ item, close }: { item: Item; close: () => void }) {
  const [why, setWhy] = useState(false)
  const sentence = useId()
  const { label, icon, can = true, of, onAct, to, search, danger } = item
  if (can !== true)
    return (
      <>
        <button type="button" className={css.sheetItem} data-off aria-disabled aria-expanded={why} onClick={() => setWhy(!why)}>
          {icon && <Glyph of={icon} />}
          <span className="grow">{label}</span>
          <Glyph of={can.moment ? IconInfoCircle : IconLock} size={12} />
        </button>
        {why && (
          <div className={css.sheetWhy}>
            <WhyCard why={can} of={of} id={sentence} />
          </div>
        )}
      </>
    )
  const tone = `${css.sheetItem} ${danger ? css.danger : ''}`
  if (to)
    return (
      <Link to={to} search={search as never} className={tone} onClick={close}>
        {icon && <Glyph of={icon} />}
        {label}
      </Link>
    )
  const act = () => {
    close()
    onAct?.()
  }
  return (
    <button type="button" className={tone} onClick={act}>
      {icon && <Glyph of={icon} />}
      {label}
    </button>
  )
}
