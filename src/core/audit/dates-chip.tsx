import { Popover } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDay } from '#web/format/dates.ts'
import { Act } from '#web/kit/act.tsx'
import { Glyph } from '#web/kit/glyph.tsx'
import bar from '#web/kit/list-bar.module.css'
import { useMe } from '#web/me.ts'
import { useAddress } from '#web/use.ts'
import css from './activity.module.css'
import { dayIn } from './days.ts'

/** From a day to a day, both whole days where the agency is. */
export function DatesChip() {
  const { zone } = useMe().agency
  const [address, set] = useAddress()
  const [opened, setOpened] = useState(false)
  const { from, until } = address
  const write = (a: string | undefined, b: string | undefined) => set({ from: a, until: b }, true)
  const near: [string, number, number][] = [
    ['Today', 0, 0],
    ['Yesterday', 1, 1],
    ['Last 7 days', 6, 0],
  ]
  return (
    <span className={from || until ? bar.set : undefined}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={bar.chip} onClick={() => setOpened(!opened)}>
            {!from && !until && <Glyph of={IconPlus} size={12} />}
            {said(from, until)}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Dates">
          <div className={css.dates}>
            {near.map(([label, first, last]) => (
              <Act key={label} label={label} small onAct={() => write(dayIn(zone, first), dayIn(zone, last))} />
            ))}
          </div>
          <div className={css.days}>
            <label>
              From
              <input
                type="date"
                value={from ?? ''}
                max={until}
                onChange={(event) => write(event.currentTarget.value || undefined, until)}
              />
            </label>
            <label>
              Until
              <input type="date" value={until ?? ''} min={from} onChange={(event) => write(from, event.currentTarget.value || undefined)} />
            </label>
          </div>
        </Popover.Dropdown>
      </Popover>
      {(from || until) && (
        <button type="button" className={bar.chip} aria-label="Clear Dates" onClick={() => write(undefined, undefined)}>
          <Glyph of={IconX} size={12} />
        </button>
      )}
    </span>
  )
}

// A day has no zone: noon in UTC is that day in words.
const words = (day: string) => (Number.isNaN(Date.parse(day)) ? day : formatDay(`${day}T12:00:00Z`, 'UTC'))
function said(from: string | undefined, until: string | undefined) {
  if (from && until) return from === until ? words(from) : `${words(from)} to ${words(until)}`
  if (from) return `From ${words(from)}`
  return until ? `Until ${words(until)}` : 'Dates'
}
