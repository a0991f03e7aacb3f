import { FilterChip } from '#web/kit/filter-chip.tsx'
import { Filters } from '#web/kit/filters.tsx'
import type { Me } from '#web/session.ts'

type Filter = { name: string; label: string; options: { value: string; label: string }[]; one?: boolean }
type Tab = 'team' | 'clients' | 'deactivated'

/** The filters that mean something behind this tab, and whether one is set. */
export function usefulFilters(me: Me, tab: Tab, address: Record<string, string | undefined>): { all: Filter[]; set: boolean } {
  const levels = me.portal.levels.filter((level) => level.name !== 'owner' && (tab === 'deactivated' || level.side === 'team'))
  const options = levels.map((level) => ({ value: level.name, label: level.title }))
  const all: Filter[] = [
    ...(tab === 'clients' ? [] : [{ name: 'level', label: 'Level', options }]),
    ...(tab === 'team' && me.portal.jobRoles.length
      ? [{ name: 'job_role', label: 'Job role', options: me.portal.jobRoles.map((role) => ({ value: role, label: role })) }]
      : []),
    {
      name: 'registered',
      label: 'Registered',
      one: true,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
  ]
  const set = all.some(({ name, options }) => address[name]?.split(',').some((value) => options.some((one) => one.value === value)))
  return { all, set }
}

/** Chips beside the search; on a phone behind one button. */
export function PeopleFilters({ filters }: { filters: Filter[] }) {
  return (
    <Filters names={filters.map(({ name }) => name)}>
      {filters.map((filter) => (
        <FilterChip key={filter.name} {...filter} />
      ))}
    </Filters>
  )
}
