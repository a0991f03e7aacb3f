import { Link } from '@tanstack/react-router'
import { Avatar } from '#web/kit/avatar.tsx'
import { JobRoleChip } from '#web/kit/job-role-chip.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { opens, useHref, useMe } from '#web/me.ts'
import { ownLevelSays } from '../sign-in/level-says.ts'
import { MayDoShort } from '../sign-in/may-do-short.tsx'
import css from './home.module.css'

/** Who one is in this agency and, in short, what one may do. */
export function YouHere() {
  const me = useMe()
  const href = useHref()
  const { person, agency } = me
  return (
    <aside className={css.you} aria-label="You here">
      <div className="row" style={{ gap: 12 }}>
        <Avatar id={person.id} name={person.name} size={56} />
        <div className="grow">
          <h2 className="clip" title={person.name}>
            {person.name}
          </h2>
          <p className="sm t2 clip">{person.title ?? `at ${agency.name}`}</p>
        </div>
      </div>
      <div className={css.chips}>
        <LevelBadge level={person.level} title={person.levelTitle} />
        {person.jobRoles.map((role) => (
          <JobRoleChip key={role} name={role} />
        ))}
      </div>
      <p className="sm t2">{ownLevelSays(me)}</p>
      {opens(me, 'audit.read') && (
        <div>
          <h3>What you may do</h3>
          <MayDoShort />
        </div>
      )}
      <Link to={href('profile')} className="sm">
        Your profile and all you may do
      </Link>
    </aside>
  )
}
