import { IconSearch } from '@tabler/icons-react'
import { Glyph } from '../kit/glyph.tsx'
import { menuFor } from '../menu.ts'
import type { Me, Session } from '../session.ts'
import { AgencySwitcher } from './agency-switcher.tsx'
import { modifier } from './keys.tsx'
import { NavLinks } from './nav-links.tsx'
import { OwnMenu } from './own-menu.tsx'
import { openPalette } from './palette-door.tsx'
import css from './shell.module.css'

/** The menu at the left: the agency, the search, the work, the agency's own pages, oneself. */
export function SideMenu({ me, session }: { me: Me; session: Session }) {
  const entries = menuFor(me)
  const agency = entries.filter((entry) => entry.group === 'agency')
  return (
    <nav className={css.side} aria-label="Main" data-no-print>
      <AgencySwitcher me={me} session={session} />
      <button type="button" className={`${css.button} ${css.find}`} onClick={openPalette}>
        <Glyph of={IconSearch} size={14} />
        <span className="grow">Search or jump to</span>
        <kbd>{modifier} K</kbd>
      </button>
      <div className={css.entries}>
        <NavLinks entries={entries.filter((entry) => entry.group === 'work')} me={me} />
        {agency.length > 0 && <p className={css.caption}>The agency</p>}
        <NavLinks entries={agency} me={me} />
      </div>
      <div className={css.foot}>
        <OwnMenu me={me} session={session} />
      </div>
    </nav>
  )
}
