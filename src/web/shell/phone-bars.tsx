import { Menu } from '@mantine/core'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Avatar } from '../kit/avatar.tsx'
import { Glyph } from '../kit/glyph.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { labelOf, menuFor } from '../menu.ts'
import type { Me, Session } from '../session.ts'
import { AgencySwitcher } from './agency-switcher.tsx'
import { NavLinks } from './nav-links.tsx'
import { OwnItems } from './own-items.tsx'
import { openPalette } from './palette-door.tsx'
import css from './phone-bars.module.css'

type Props = { me: Me; session: Session }

/** A phone's top bar: the agency, the search, oneself. */
export function TopBar({ me, session }: Props) {
  return (
    <header className={css.top} data-no-print>
      <div className="grow">
        <AgencySwitcher me={me} session={session} />
      </div>
      <button type="button" className={css.tool} aria-label="Search or jump to" onClick={openPalette}>
        <Glyph of={IconSearch} />
      </button>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <button type="button" className={css.tool}>
            <Avatar id={me.person.id} name={me.person.name} />
            <span className="ears">You, {me.person.name}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <OwnItems me={me} session={session} />
        </Menu.Dropdown>
      </Menu>
    </header>
  )
}

/** A phone's bottom bar: four places and More. */
export function BottomBar({ me }: Props) {
  const [more, setMore] = useState(false)
  const entries = menuFor(me)
  const places = entries.length > 5 ? entries.slice(0, 4) : entries
  const rest = entries.slice(places.length)
  return (
    <nav className={css.bottom} aria-label="Main" data-no-print>
      {places.map((entry) => (
        <Link
          key={entry.to}
          to={`/${me.agency.slug}/${entry.to}`}
          className={css.place}
          activeOptions={{ exact: entry.to === '', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Glyph of={entry.icon} size={20} />
          <span className="clip">{entry.short ?? labelOf(entry, me)}</span>
        </Link>
      ))}
      {rest.length > 0 && (
        <button type="button" className={css.place} aria-haspopup="dialog" aria-expanded={more} onClick={() => setMore(true)}>
          <Glyph of={IconMenu2} size={20} />
          <span>More</span>
        </button>
      )}
      <Sheet opened={more} onClose={() => setMore(false)} title={me.agency.name}>
        <div className={css.sheet}>
          <NavLinks entries={rest} me={me} onGo={() => setMore(false)} />
        </div>
      </Sheet>
    </nav>
  )
}
