import type { Choice } from '#web/kit/choose-chip.tsx'
import { levelOf, opens, useMe } from '#web/me.ts'
import { useRecord } from '#web/query.ts'

/** People to choose one of in a filter: the team first, then the first hundred clients. */
export function usePeopleChoices(): Choice[] {
  const me = useMe()
  const may = opens(me, 'person.list')
  const team = useRecord('person', ['choices', 'team'], (api) => api.people.list({ tab: 'team', most: 100, sort: 'name' }), may)
  const clients = useRecord('person', ['choices', 'clients'], (api) => api.people.list({ tab: 'clients', most: 100, sort: 'name' }), may)
  return [...(team.data?.people ?? []), ...(clients.data?.people ?? [])].map(({ id, name, owner, level, side }) => ({
    value: id,
    label: name,
    second: levelOf(me, owner ? 'owner' : level)?.title ?? level,
    group: side === 'team' ? me.portal.called.team : me.portal.called.clients,
  }))
}
