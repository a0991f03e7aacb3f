import { IconBriefcase, IconBuilding, IconId, IconIdBadge2, IconKey, IconShieldHalf, IconTool, IconUser } from '@tabler/icons-react'
import { levelOf, useMaybeMe } from '../me.ts'
import css from './badges.module.css'
import { Glyph, type Icon } from './glyph.tsx'

const icons: Record<string, Icon> = {
  key: IconKey,
  'shield-half': IconShieldHalf,
  user: IconUser,
  'id-badge-2': IconIdBadge2,
  briefcase: IconBriefcase,
  tool: IconTool,
  building: IconBuilding,
}
type Look = { icon: string; side: 'team' | 'client' }
// Only for pages outside an agency, where no portal says how its levels look.
const outside: Record<string, Look> = {
  owner: { icon: 'key', side: 'team' },
  administrator: { icon: 'shield-half', side: 'team' },
  admin: { icon: 'shield-half', side: 'team' },
  standard: { icon: 'user', side: 'team' },
  staff: { icon: 'briefcase', side: 'team' },
  contractor: { icon: 'tool', side: 'team' },
  agent: { icon: 'building', side: 'client' },
  talent: { icon: 'id-badge-2', side: 'client' },
}
const toneOf = ({ icon, side }: Look) =>
  icon === 'key' ? 'owner' : icon === 'shield-half' ? 'admin' : side === 'client' ? 'client' : 'team'

type Props = { level: string; title?: string | undefined; icon?: string; side?: 'team' | 'client' }

/** A person's one level: filled, square, an icon before the word. The colour says the side, icon and word say the level. */
export function LevelBadge({ level, title, icon, side }: Props) {
  const me = useMaybeMe()
  const known = me ? levelOf(me, level) : undefined
  const look = { icon: icon ?? known?.icon ?? outside[level]?.icon ?? '', side: side ?? known?.side ?? outside[level]?.side ?? 'team' }
  return (
    <span className={css.level} data-tone={toneOf(look)}>
      <Glyph of={icons[look.icon] ?? IconId} size={12} />
      {title ?? known?.title ?? level}
    </span>
  )
}
