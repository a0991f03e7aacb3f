import { IconBell, IconIdBadge2, IconKey, IconShieldHalf } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { firstName, listed } from '#web/format/words.ts'
import { Glyph, type Icon } from '#web/kit/glyph.tsx'
import { opens, useHref, useMe } from '#web/me.ts'
import css from './owner.module.css'
import type { Owner } from './owner-card.tsx'

type Props = { owner: Owner; next: Owner['candidates'][number] | undefined }

/** What happens at the moment of saving, before it happens. */
export function WhenSaved({ owner, next }: Props) {
  const me = useMe()
  const href = useHref()
  const they = next ? firstName(next.name) : 'The new Account Owner'
  const others = owner.candidates.filter(({ id, email }) => id !== next?.id && email).map(({ name }) => firstName(name))
  const told = ['You', ...(next ? [they] : []), ...(others.length > 3 ? [...others.slice(0, 2), `${others.length - 2} more`] : others)]
  return (
    <div>
      <h4 className={css.heading}>When you save</h4>
      <ul className={css.saved}>
        <Line icon={IconKey}>
          <b>{they}</b> edits Employer Preferences and Employer Notes, and becomes Primary Contact of everyone who signs up by your Portal
          Link.{' '}
          {opens(me, 'permission.read') && (
            <Link to={href('permissions')} className={css.link} search={{ differ: 'yes' } as never}>
              See where the levels differ
            </Link>
          )}
        </Line>
        <Line icon={IconShieldHalf}>
          <b>You</b> become Account Administrator at the same moment. Only {next ? they : 'the new Account Owner'} can give it back.
        </Line>
        <Line icon={IconIdBadge2}>The talent you are Primary Contact for stays with you.</Line>
        <Line icon={IconBell}>{listed(told)} get a notice by e-mail.</Line>
      </ul>
    </div>
  )
}

const Line = ({ icon, children }: { icon: Icon; children: React.ReactNode }) => (
  <li>
    <Glyph of={icon} size={14} />
    <span>{children}</span>
  </li>
)
