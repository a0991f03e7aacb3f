import { useQuery } from '@tanstack/react-query'
import type { Can } from '../api.ts'
import type { Icon } from '../kit/glyph.tsx'
import { mayI, opens, useHref, useMe } from '../me.ts'
import { actsFor, labelOf, menuFor } from '../menu.ts'
import { useApi } from '../query.ts'

export type Find = {
  key: string
  group: 'People' | 'Pages' | 'Actions'
  label: string
  second?: string | undefined
  icon?: Icon
  person?: { id: string; gone: boolean }
  can: Can
  to: string
  search?: Record<string, string> | undefined
}

const fits = (label: string, words: string) => words.split(/\s+/).every((word) => label.toLowerCase().includes(word))

/** What the palette finds for these words. People come through the same list as the Users page, so nobody appears who is not there. */
export function useFinds(text: string, opened: boolean): { finds: Find[]; busy: boolean } {
  const me = useMe()
  const api = useApi()
  const href = useHref()
  const onlyActs = text.startsWith('>')
  const words = text.replace(/^>/, '').trim().toLowerCase()
  const asks = opened && !onlyActs && words.length > 0 && opens(me, 'person.list')
  const tabs = ['team', 'clients'] as const
  const found = useQuery({
    queryKey: [me.agency.id, 'person', 'palette', words],
    queryFn: async () => {
      const lists = await Promise.all(tabs.map((tab) => api.people.list({ tab, search: words, most: 5 })))
      return lists.flatMap((list) => list.people)
    },
    enabled: asks,
    staleTime: 5_000,
    placeholderData: (before) => before,
  })
  const people = (asks ? (found.data ?? []) : []).map((person): Find => {
    const title = person.owner ? 'owner' : person.level
    const level = me.portal.levels.find((one) => one.name === title)?.title
    return {
      key: person.id,
      group: 'People',
      label: person.name,
      second: [level, person.email].filter(Boolean).join(', '),
      person: { id: person.id, gone: person.status === 'deactivated' },
      can: true,
      to: href(`users/${person.id}`),
    }
  })
  const pages = menuFor(me).map((entry): Find => {
    const label = labelOf(entry, me)
    return { key: `page ${entry.to}`, group: 'Pages', label, icon: entry.icon, can: true, to: href(entry.to) }
  })
  const acts = actsFor(me).map((act): Find => {
    const can = act.action ? mayI(me, act.action) : true
    const second = can === true ? undefined : can.message
    return {
      key: `act ${act.label}`,
      group: 'Actions',
      label: act.label,
      second,
      icon: act.icon,
      can,
      to: href(act.to),
      search: act.search,
    }
  })
  const rest = [...(onlyActs ? [] : pages), ...acts].filter((find) => fits(find.label, words))
  return { finds: [...people, ...rest], busy: asks && found.isFetching }
}
