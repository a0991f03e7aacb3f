import { Link } from '@tanstack/react-router'
import { Avatar } from '#web/kit/avatar.tsx'
import { opens, useHref, useMe } from '#web/me.ts'
import css from './activity.module.css'
import type { Entry } from './use-activity.ts'

/** Who acted, as they were called at the time; nobody is the house itself. */
export function Who({ actor }: Pick<Entry, 'actor'>) {
  const me = useMe()
  const href = useHref()
  if (!actor) return <span className="t2">Rolecall</span>
  return (
    <span className={css.who}>
      <Avatar id={actor.id} name={actor.name} size={22} />
      {opens(me, 'person.list') ? (
        <Link to={href(`users/${actor.id}`)} className={`${css.name} clip`}>
          {actor.name}
        </Link>
      ) : (
        <span className={`${css.name} clip`}>{actor.name}</span>
      )}
    </span>
  )
}
