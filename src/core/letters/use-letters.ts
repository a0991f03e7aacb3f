import { useQuery } from '@tanstack/react-query'
import { opens, useMe } from '#web/me.ts'
import { useApi } from '#web/query.ts'

/** Mail that waits, for those who may see it; nothing tells a page that mail has left, so it asks now and then. */
export function useLetters() {
  const me = useMe()
  const api = useApi()
  return useQuery({
    queryKey: [me.agency.id, 'outbox', 'waiting'],
    queryFn: ({ signal }) => api.letters.waiting(undefined, { signal }),
    enabled: opens(me, 'outbox.read'),
    refetchInterval: 15_000,
  })
}
