import { IconLock } from '@tabler/icons-react'
import { firstName } from '../format/words.ts'
import { Avatar } from './avatar.tsx'
import { Glyph } from './glyph.tsx'
import { Time } from './time.tsx'
import css from './timeline.module.css'

export type Happening = {
  id: string
  at: string
  who: { id: string; name: string } | null
  /** "changed her phone number from … to …" */
  says: React.ReactNode
  refused?: boolean
}

/** What happened, newest first: avatar, a sentence with old and new value in it, the time. */
export function Timeline({ items }: { items: Happening[] }) {
  return (
    <ol>
      {items.map(({ id, at, who, says, refused }) => (
        <li key={id} className={css.item} data-refused={refused || undefined}>
          {who ? <Avatar id={who.id} name={who.name} size={22} /> : <span className={css.nobody} />}
          <span className={css.words}>
            {who && <b title={who.name}>{firstName(who.name)}</b>} {says}
            {refused && (
              <span className="t3">
                {' '}
                <Glyph of={IconLock} size={12} /> refused
              </span>
            )}
          </span>
          <span className={css.when}>
            <Time at={at} />
          </span>
        </li>
      ))}
    </ol>
  )
}
