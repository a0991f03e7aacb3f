import { useIntersection } from '@mantine/hooks'
import { useEffect } from 'react'
import type { List } from '../query.ts'
import { Act } from './act.tsx'
import css from './data-table.module.css'

/** The next page: by button, and by itself when its end comes near. */
export function LoadMore<T>({ list }: { list: List<T> }) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' })
  const near = !!entry?.isIntersecting
  const { more, loading, loadMore } = list
  useEffect(() => {
    if (near && more && !loading) loadMore()
  }, [near, more, loading, loadMore])
  if (!more) return null
  return (
    <div className={css.more} ref={ref}>
      <Act label="Load more" onAct={loadMore} busy={loading} />
    </div>
  )
}
