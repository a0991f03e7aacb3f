import type { AgencyClient } from '#web/client.ts'
import { useList } from '#web/query.ts'

export type Entry = Awaited<ReturnType<AgencyClient['audit']['list']>>['entries'][number]
export const filterNames = ['actor', 'act', 'decision', 'from', 'until', 'thing']
const day = /^\d{4}-\d{2}-\d{2}$/
const id = /^[0-9a-f-]{36}$/

/** The activity that the address asks for, newest first. What somebody mistyped there counts as not asked. */
export function useActivity({ actor, act, decision, from, until, thing }: Record<string, string | undefined>, most = 50) {
  const asked = {
    most,
    ...(actor && id.test(actor) && { actor }),
    ...(thing && id.test(thing) && { thing }),
    ...(act && { act }),
    ...((decision === 'allowed' || decision === 'refused') && { decision: decision as 'allowed' | 'refused' }),
    ...(from && day.test(from) && { from }),
    ...(until && day.test(until) && { until }),
  }
  return useList(
    'audit',
    [asked],
    (api, after) => api.audit.list({ ...asked, ...(after && { after }) }),
    (page) => page.entries,
  )
}
