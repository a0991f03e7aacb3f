import { keepPreviousData, QueryClient, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Refused, sentence } from './api.ts'
import { type AgencyClient, agencyApi, openApi } from './client.ts'
import { useMe } from './me.ts'

/** Cached content shows at once, then the truth. A refusal is an answer, so it is never asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (times, error) => times < 2 && error instanceof Refused && (error.status === 0 || error.status === 503),
    },
  },
})

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => openApi.session.get(undefined, { signal }),
  staleTime: 30_000,
})
export const meQuery = (agency: string) =>
  queryOptions({
    queryKey: [agency, 'me'],
    queryFn: ({ signal }) => agencyApi(agency).agency.me(undefined, { signal }),
    staleTime: 60_000,
  })

/** The API of the agency one is in: `const api = useApi(); await api.people.edit({ … })`. */
export const useApi = (): AgencyClient => agencyApi(useMe().agency.id)

/**
 * One record or report: `useRecord('person', [id], (api) => api.people.get({ id }))`.
 * `noun` is what the live updates call it, so a change elsewhere refetches it.
 */
export function useRecord<T>(noun: string, key: readonly unknown[], load: (api: AgencyClient) => Promise<T>, when = true) {
  const api = useApi()
  const { agency } = useMe()
  return useQuery({ queryKey: [agency.id, noun, ...key], queryFn: () => load(api), enabled: when })
}

type Page = { next: string | null }
/**
 * A list by keyset pages: `useList('person', [filters], (api, after) => api.people.list({ …filters, after }), (page) => page.people)`.
 * The old rows stay while the new ones are on their way. Give the result to DataTable.
 */
export function useList<P extends Page, T>(
  noun: string,
  key: readonly unknown[],
  load: (api: AgencyClient, after: string | undefined) => Promise<P>,
  rowsOf: (page: P) => T[],
): List<T> {
  const api = useApi()
  const { agency } = useMe()
  const list = useInfiniteQuery({
    queryKey: [agency.id, noun, 'list', ...key],
    queryFn: ({ pageParam }) => load(api, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return {
    rows: list.data?.pages.flatMap(rowsOf),
    more: list.hasNextPage,
    loading: list.isFetchingNextPage,
    error: list.error,
    loadMore: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  }
}
export type List<T> = {
  rows: T[] | undefined
  more: boolean
  loading: boolean
  error: Error | null
  loadMore: () => void
  retry: () => void
}

type Act<In, Out> = { act: (input: In) => Promise<Out>; touches: string[]; done?: (out: Out, input: In) => void }

/** Doing something: `const save = useAct({ act, touches: ['person'], done })`; its refusal stands in `save.said`. */
export function useAct<In = void, Out = unknown>({ act, touches, done }: Act<In, Out>) {
  const { agency } = useMe()
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: (out, input) => {
      for (const noun of touches) void client.invalidateQueries({ queryKey: [agency.id, noun] })
      done?.(out, input)
    },
  })
  return {
    run: mutation.mutate,
    ask: mutation.mutateAsync,
    busy: mutation.isPending,
    said: mutation.error ? sentence(mutation.error) : null,
    forget: mutation.reset,
  }
}
