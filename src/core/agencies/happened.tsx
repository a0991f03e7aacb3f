import { Link } from '@tanstack/react-router'
import { Card } from '#web/kit/card.tsx'
import { Timeline } from '#web/kit/timeline.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { useHref, useMe } from '#web/me.ts'
import { dayIn } from '../audit/days.ts'
import { happening } from '../audit/happening.tsx'
import { type Entry, useActivity } from '../audit/use-activity.ts'
import css from './home.module.css'

const few = 6

/** What happened since yesterday; after a quiet day also what came before it. The rest is under Activity. */
export function Happened() {
  const me = useMe()
  const href = useHref()
  const activity = useActivity({}, 15)
  const since = dayIn(me.agency.zone, 1)
  const rows = activity.rows ?? []
  const lately = rows.filter(({ at }) => dayIn(me.agency.zone, 0, new Date(at)) >= since)
  const before = rows.slice(lately.length, Math.max(few, lately.length))
  const list = (entries: Entry[]) => <Timeline items={entries.map((entry) => happening(me, entry))} />
  return (
    <Card title="Since yesterday" aside={<Link to={href('activity')}>All activity</Link>}>
      {activity.error && !activity.rows ? (
        <Trouble error={activity.error} retry={activity.retry} />
      ) : (
        <div className={css.timeline} aria-busy={!activity.rows}>
          {lately.length > 0 && list(lately)}
          {activity.rows && lately.length === 0 && <p className={css.nothing}>Nothing happened since yesterday.</p>}
          {before.length > 0 && (
            <>
              <h3 className={css.before}>Before that</h3>
              {list(before)}
            </>
          )}
        </div>
      )}
    </Card>
  )
}
