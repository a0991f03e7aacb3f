import type { ComponentType } from 'react'
import type { Icon } from './kit/glyph.tsx'
import type { Me } from './session.ts'

/** What a file `x.page.tsx` exports. */
export type PageModule = { Page: ComponentType }
/** A page at `/{agency}/{path}`; its code is loaded when it is opened. */
export type PageRoute = { path: string; load: () => Promise<PageModule> }
/** A place in the menu. What one may not open is not shown. */
export type MenuEntry = {
  to: string
  label: string | ((me: Me) => string)
  /** What stands under the icon in a phone's bottom bar, where the label is too long for it. */
  short?: string
  icon: Icon
  group: 'work' | 'agency'
  place: number
  shown: (me: Me) => boolean
  count?: (me: Me) => number | undefined
}
/** Something the palette can start: it opens a page, often with a panel. The action decides whether it is greyed. */
export type PaletteAct = { label: string; icon: Icon; action?: string; to: string; search?: Record<string, string> }
/** A part of Preferences, at the end of them. With the id of a core section it renames that one and stands below its rows. */
export type PreferencesSection = { id: string; label: string; section?: ComponentType }
/** What a room gives the shell: `export const pages: RoomPages = {…}` in its pages.tsx. */
export type RoomPages = {
  kind: string
  routes: PageRoute[]
  /** An entry with a core page's `to` changes where that page stands for this kind. */
  menu: (MenuEntry | (Partial<MenuEntry> & { to: string }))[]
  acts?: PaletteAct[]
  preferences?: PreferencesSection[]
  /** What stands at the end of the own profile. */
  profile?: ComponentType
}

const rooms = import.meta.glob<{ pages: RoomPages }>('../portals/*/pages.tsx', { eager: true })
export const roomPages: RoomPages[] = Object.values(rooms).map((room) => room.pages)
export const roomOf = (kind: string) => roomPages.find((room) => room.kind === kind)
