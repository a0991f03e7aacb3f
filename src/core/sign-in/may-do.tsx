import { Trouble } from '#web/kit/trouble.tsx'
import { Cell } from '../permissions/cell.tsx'
import { toYou, useOwnActs } from './own-acts.ts'
import css from './profile.module.css'

/** All one may do oneself, with its conditions. */
export function MayDo() {
  const { areas, data, error, refetch } = useOwnActs()
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  return areas.map(([area, some], place) => (
    <details key={area} className={css.area} open={place === 0}>
      <summary>
        <span className="b">{area}</span> <span className="t3 num">{some.length}</span>
      </summary>
      <ul>
        {some.map(({ action, can, kind, words }) => (
          <li key={action}>
            <span>{toYou(can)}</span>
            <Cell kind={kind} words={toYou(words)} whole />
          </li>
        ))}
      </ul>
    </details>
  ))
}
