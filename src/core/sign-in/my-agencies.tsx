import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Act } from '#web/kit/act.tsx'
import { AgencyMark } from '#web/kit/avatar.tsx'
import { Card } from '#web/kit/card.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { StatusPill } from '#web/kit/status.tsx'
import { useMe } from '#web/me.ts'
import { sessionQuery } from '#web/query.ts'
import css from './profile.module.css'

const kinds = { media: 'Media agency', staffing: 'Staffing agency' }

/** Every agency in which this login is somebody, and as whom. */
export function MyAgencies() {
  const me = useMe()
  const session = useQuery(sessionQuery)
  return (
    <Card title="One sign-in, all of them" aside={<Act label="Create an agency" icon={IconPlus} small to="/create" />}>
      <ul>
        {session.data?.agencies.map(({ id, slug, name, kind, colour, person }) => (
          <li key={id} className={css.device}>
            <AgencyMark name={name} colour={colour} />
            <div className="grow">
              <Link to={`/${slug}`} className="b">
                {name}
              </Link>
              <p className="xs t3">
                {kinds[kind]}, as {person.name}
              </p>
            </div>
            {id === me.agency.id && <StatusPill tone="tint">Here</StatusPill>}
            <LevelBadge level={person.level} title={person.levelTitle} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
