import { Link, useNavigate } from '@tanstack/react-router'
import { formatPhone } from '#web/format/phone.ts'
import { Act } from '#web/kit/act.tsx'
import { Avatar } from '#web/kit/avatar.tsx'
import { type Column, DataTable } from '#web/kit/data-table.tsx'
import { EmptyState } from '#web/kit/empty-state.tsx'
import { filterValues } from '#web/kit/filter-chip.tsx'
import { JobRoleChip } from '#web/kit/job-role-chip.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { ListBar } from '#web/kit/list-bar.tsx'
import { PersonLine } from '#web/kit/person-line.tsx'
import { SearchBox } from '#web/kit/search-box.tsx'
import { StatusDot } from '#web/kit/status.tsx'
import { Time } from '#web/kit/time.tsx'
import { mayBegin, useHref, useMe } from '#web/me.ts'
import { useList, useRecord } from '#web/query.ts'
import { useAddress, usePhone } from '#web/use.ts'
import css from './people.module.css'
import { PeopleFilters, usefulFilters } from './people-filters.tsx'
import { usePersonActs } from './person-acts.tsx'
import { levelName, type Person, stateOf } from './person-shapes.ts'
import { Seen } from './seen.tsx'

type Tab = 'team' | 'clients' | 'deactivated'

/** The people behind one tab. Search, filters and sort live in the address. */
export function PeopleList({ tab }: { tab: Tab }) {
  const me = useMe()
  const href = useHref()
  const navigate = useNavigate()
  const phone = usePhone()
  const [address] = useAddress()
  const acts = usePersonActs()
  const defaultSort = tab === 'team' ? 'level' : 'name'
  const asked = useAsked(tab, defaultSort)
  const filters = usefulFilters(me, tab, address)
  const list = useList(
    'person',
    [asked],
    (api, after) => api.people.list({ ...asked, after }),
    (page) => page.people,
  )
  const found = useRecord('person', ['count', asked.search], (api) => api.people.count({ search: asked.search }), !filters.set).data
  return (
    <>
      <ListBar shown={list.rows?.length} count={found?.[tab]} more={list.more}>
        <SearchBox placeholder={phone ? 'Name, e-mail, phone' : 'Name, e-mail or phone'} />
        <PeopleFilters filters={filters.all} />
      </ListBar>
      <DataTable<Person>
        label={tab === 'team' ? me.portal.called.team : tab === 'clients' ? me.portal.called.clients : 'Deactivated'}
        list={list}
        columns={columnsOf(tab, href, me.agency.currency, me.portal.jobRoles.length > 0)}
        idOf={(person) => person.id}
        nameOf={(person) => person.name}
        line={(person) => <TwoLines person={person} />}
        menu={acts.items}
        onOpen={(person) => void navigate({ to: href(`users/${person.id}`) })}
        isActive={(person) => address.panel === 'edit' && address.id === person.id}
        empty={<Nobody tab={tab} narrowed={!!asked.search || filters.set} />}
        defaultSort={defaultSort}
      />
      {acts.dialogs}
    </>
  )
}

const sorts = ['name', 'level', 'seen', 'joined'] as const
function useAsked(tab: Tab, defaultSort: (typeof sorts)[number]) {
  const me = useMe()
  const [address] = useAddress()
  const { set: _, all } = usefulFilters(me, tab, address)
  const values = (name: string) =>
    filterValues(address[name])?.filter((value) =>
      all.some((filter) => filter.name === name && filter.options.some((one) => one.value === value)),
    )
  const [level, roles] = [values('level'), values('job_role')]
  return {
    tab,
    most: 50,
    sort: sorts.find((sort) => sort === address.sort) ?? defaultSort,
    search: address.search?.trim().slice(0, 100) || undefined,
    level: level?.length ? (level as Person['level'][]) : undefined,
    job_role: roles?.length ? roles : undefined,
    registered: values('registered')?.[0] as 'yes' | 'no' | undefined,
  }
}

function columnsOf(tab: Tab, href: (to: string) => string, currency: string, roles: boolean): Column<Person>[] {
  const level: Column<Person> = {
    title: 'Level',
    sort: 'level',
    cell: (person) => (
      <span className={css.badges}>
        <LevelBadge level={levelName(person)} />
        {person.job_roles.map((role) => (
          <JobRoleChip key={role} name={role} />
        ))}
      </span>
    ),
  }
  const title: Column<Person> = { title: 'Title', cell: ({ title }) => <span className="t2 clip">{title ?? <Nothing />}</span> }
  return [
    {
      title: 'Name',
      sort: 'name',
      width: roles && tab === 'team' ? '26%' : '32%',
      cell: (person) => (
        <PersonLine id={person.id} name={person.name} second={person.email} state={stateOf(person)} to={href(`users/${person.id}`)} />
      ),
    },
    tab === 'clients' ? title : level,
    { title: 'Phone', cell: ({ phone }) => <span className="t2 num">{phone ? formatPhone(phone, currency) : <Nothing />}</span> },
    {
      title: 'Last seen',
      sort: 'seen',
      cell: (person) => (
        <span className="t2">
          <Seen person={person} />
        </span>
      ),
    },
    {
      title: 'Joined',
      sort: 'joined',
      cell: (person) => (
        <span className="t2">
          <Time at={person.joined_at} as="day" />
        </span>
      ),
    },
  ]
}

const Nothing = () => <span className="t3">–</span>

/** On a phone: who, and below what they are here. */
function TwoLines({ person }: { person: Person }) {
  const me = useMe()
  const href = useHref()
  const state = stateOf(person)
  return (
    <div className={css.entry}>
      <Avatar id={person.id} name={person.name} size={36} state={state} />
      <div className="grow">
        <div className="row">
          <Link to={href(`users/${person.id}`)} className={`${css.name} clip`} data-gone={state === 'gone' || undefined}>
            {person.name}
          </Link>
          {me.person.id === person.id && <span className="t3 sm">(you)</span>}
        </div>
        <div className={css.badges} data-under>
          <LevelBadge level={levelName(person)} />
          {person.job_roles.map((role) => (
            <JobRoleChip key={role} name={role} />
          ))}
          {!person.registered && <StatusDot tone="warn">Not registered</StatusDot>}
        </div>
      </div>
    </div>
  )
}

/** What will be here, or where else what was searched for is. */
function Nobody({ tab, narrowed }: { tab: Tab; narrowed: boolean }) {
  const me = useMe()
  const { called } = me.portal
  const [address, set] = useAddress()
  const search = address.search?.trim()
  const counts = useRecord('person', ['count', search], (api) => api.people.count({ search }), !!search).data
  const names = { team: called.team, clients: called.clients, deactivated: 'Deactivated' }
  const elsewhere = (['team', 'clients', 'deactivated'] as const).filter((other) => other !== tab && counts && counts[other] > 0)
  if (narrowed)
    return (
      <EmptyState
        says={
          <>
            {search ? `Nobody matches "${search}" among ${names[tab]}.` : `Nobody among ${names[tab]} fits these filters.`}
            {elsewhere.map((other) => (
              <span key={other}>
                {' '}
                <button type="button" className={css.link} onClick={() => set({ tab: other === 'team' ? undefined : other })}>
                  {counts![other]} in {names[other]}
                </button>
                .
              </span>
            ))}
          </>
        }
      >
        <Act label="Clear filters" onAct={() => set({ search: undefined, level: undefined, job_role: undefined, registered: undefined })} />
      </EmptyState>
    )
  if (tab === 'deactivated')
    return <EmptyState says="Nobody is deactivated. People who leave wait here with everything they did, and can be restored." />
  if (tab === 'team') return <EmptyState says="Your colleagues stand here as soon as they accept an invitation." />
  return (
    <EmptyState says={`No ${called.clients.toLowerCase()} yet. Whoever is added or registers stands here.`}>
      <Act label="Add user" {...mayBegin(me, 'person.create')} onAct={() => set({ panel: 'add' })} />
    </EmptyState>
  )
}
