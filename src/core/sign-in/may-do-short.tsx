import { listed, plural } from '#web/format/words.ts'
import { Trouble } from '#web/kit/trouble.tsx'
import { toYou, useOwnActs } from './own-acts.ts'
import css from './profile.module.css'

type Own = { action: string; can: string; words: string }
// What one does says more than what one may look at; what one does only to some people comes last, since it stands here without its condition.
const place = ({ action, words }: Own) => (/person is an? /.test(words) ? 2 : /\.(?:read|list)/.test(action) ? 1 : 0)
const telling = (acts: Own[], most: number) =>
  [...acts]
    .sort((a, b) => place(a) - place(b))
    .slice(0, most)
    .map(({ can }) => can)

/** What one may do in short: of each area the acts that say most. `wide`: all areas, side by side. */
export function MayDoShort({ wide }: { wide?: boolean }) {
  const { areas, data, error, refetch } = useOwnActs()
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  const most = wide ? 3 : 2
  return (
    <ul className={css.short} data-wide={wide || undefined} aria-busy={!data}>
      {areas.slice(0, wide ? undefined : 5).map(([area, some]) => (
        <li key={area}>
          <span className="t3">{area}</span>
          <br />
          {toYou(listed(telling(some, most)))}
          {some.length > most && <span className="t3"> and {plural(some.length - most, 'more', 'more')}</span>}
        </li>
      ))}
    </ul>
  )
}
