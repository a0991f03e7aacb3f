import { initials } from '../format/words.ts'
import css from './avatar.module.css'

// Ten tints, chosen by id, so a person keeps theirs everywhere.
const hues = [150, 340, 300, 48, 25, 95, 265, 205, 185, 225]
const hueOf = (id: string) => {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0
  return hues[sum % hues.length]
}

export type AvatarState = 'here' | 'invited' | 'gone'
type Props = { id: string; name: string; size?: 22 | 28 | 36 | 56; state?: AvatarState }

/** A person's circle: initials on a tint; invited or not registered is a ring, deactivated is grey. The name stands beside it. */
export function Avatar({ id, name, size = 28, state = 'here' }: Props) {
  const shape = state === 'invited' ? css.ring : state === 'gone' ? css.gone : ''
  return (
    <span className={`${css.avatar} ${shape}`} data-size={size} style={{ '--hue': hueOf(id) } as React.CSSProperties} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

/** An agency's square in its own colour. */
export function AgencyMark({ name, colour }: { name: string; colour?: string | undefined }) {
  return (
    <span className={css.mark} style={(colour ? { '--colour': colour } : {}) as React.CSSProperties} aria-hidden="true">
      {initials(name).slice(0, 1)}
    </span>
  )
}
