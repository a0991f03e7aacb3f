import { Link } from '@tanstack/react-router'
import { useMaybeMe } from '../me.ts'
import { Avatar, type AvatarState } from './avatar.tsx'
import css from './person-line.module.css'

type Props = {
  id: string
  name: string
  second?: React.ReactNode
  state?: AvatarState
  size?: 22 | 28 | 36
  to?: string | undefined
}

/** A person in a line: avatar, full name (a link when `to` is given), "(you)", and a second line when there is one. */
export function PersonLine({ id, name, second, state = 'here', size = 28, to }: Props) {
  const me = useMaybeMe()
  const gone = state === 'gone' || undefined
  return (
    <span className={css.line} data-compact={size === 22 || undefined}>
      <Avatar id={id} name={name} state={state} size={size} />
      <span className={css.words}>
        <span className="row" style={{ gap: 4 }}>
          {to ? (
            <Link to={to} className={`${css.name} clip`} data-gone={gone} title={name}>
              {name}
            </Link>
          ) : (
            <span className={`${css.name} clip`} data-gone={gone} title={name}>
              {name}
            </span>
          )}
          {me?.person.id === id && <span className={css.you}>(you)</span>}
          {gone && <span className="ears">(deactivated)</span>}
        </span>
        {second && <span className={`${css.second} clip`}>{second}</span>}
      </span>
    </span>
  )
}
