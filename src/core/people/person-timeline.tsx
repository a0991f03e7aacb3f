import { Card } from '#web/kit/card.tsx'
import { EmptyState } from '#web/kit/empty-state.tsx'
import { LoadMore } from '#web/kit/load-more.tsx'
import { Timeline } from '#web/kit/timeline.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { useMe } from '#web/me.ts'
import { useList } from '#web/query.ts'
import { happening } from '../audit/happening.tsx'
import { first, type PersonOnPage } from './person-shapes.ts'

/** What was done to this person's record, newest first, refused tries too. */
export function PersonTimeline({ person }: { person: PersonOnPage }) {
  const me = useMe()
  const { id } = person
  const list = useList(
    'person',
    ['timeline', id],
    (api, after) => api.audit.list({ thing: id, most: 50, after }),
    (page) => page.entries,
  )
  if (list.error && !list.rows) return <Trouble error={list.error} retry={list.retry} />
  if (!list.rows) return null
  if (list.rows.length === 0)
    return <EmptyState says={`Nothing was changed about ${first(person)} yet. Every change stands here with its old and new value.`} />
  return (
    <Card label="Timeline">
      <div style={{ paddingBlock: 8 }}>
        <Timeline items={list.rows.map((entry) => happening(me, entry))} />
      </div>
      <LoadMore list={list} />
    </Card>
  )
}
