import { IconHistory, IconHome, IconSettings, IconTable, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { opens } from './me.ts'
import { type MenuEntry, type PaletteAct, roomOf } from './pages.ts'
import type { Me } from './session.ts'

const core: MenuEntry[] = [
  { to: '', label: 'Home', icon: IconHome, group: 'work', place: 0, shown: () => true },
  {
    to: 'users',
    label: (me) => me.portal.called.users,
    short: 'Users',
    icon: IconUsers,
    group: 'work',
    place: 20,
    shown: (me) => opens(me, 'person.list'),
  },
  { to: 'activity', label: 'Activity', icon: IconHistory, group: 'agency', place: 70, shown: (me) => opens(me, 'audit.read') },
  { to: 'permissions', label: 'Permissions', icon: IconTable, group: 'agency', place: 80, shown: (me) => opens(me, 'permission.read') },
  {
    to: 'preferences',
    label: (me) => me.portal.called.preferences,
    icon: IconSettings,
    group: 'agency',
    place: 90,
    shown: (me) => opens(me, 'preferences.read'),
  },
]
const acts: PaletteAct[] = [
  { label: 'Invite people', icon: IconUserPlus, action: 'invitation.create', to: 'users', search: { panel: 'invite' } },
]

/** The menu of this agency for this person, in its order. */
export function menuFor(me: Me): MenuEntry[] {
  const entries = new Map(core.map((entry) => [entry.to, entry]))
  for (const entry of roomOf(me.portal.kind)?.menu ?? []) entries.set(entry.to, { ...entries.get(entry.to), ...entry } as MenuEntry)
  return [...entries.values()].filter((entry) => entry.shown(me)).sort((a, b) => a.place - b.place)
}
export const labelOf = (entry: MenuEntry, me: Me) => (typeof entry.label === 'string' ? entry.label : entry.label(me))

/** What the palette offers to do here. */
export const actsFor = (me: Me): PaletteAct[] => [...acts, ...(roomOf(me.portal.kind)?.acts ?? [])]
