import { useParams } from '@tanstack/react-router'
import { Refused } from '#web/api.ts'
import { Act } from '#web/kit/act.tsx'
import { AddressTabs, useTab } from '#web/kit/address-tabs.tsx'
import { PageHeader } from '#web/kit/page-header.tsx'
import { Record } from '#web/kit/record.tsx'
import { RowMenu } from '#web/kit/row-menu.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { opens, useHref, useMe } from '#web/me.ts'
import { useRecord } from '#web/query.ts'
import { NotFound } from '#web/shell/whole-page.tsx'
import { useAddress } from '#web/use.ts'
import { EditPanel } from './edit-panel.tsx'
import { MayDo } from './may-do.tsx'
import { mayEdit, usePersonActs } from './person-acts.tsx'
import { Overview } from './person-overview.tsx'
import type { PersonOnPage } from './person-shapes.ts'
import { Summary } from './person-summary.tsx'
import { PersonTimeline } from './person-timeline.tsx'
import { SwitchList } from './switch-list.tsx'
import { usePanel } from './user-panels.tsx'

/** One person: who they are, what they may do, what is switched for them, what happened. */
export function Page() {
  const { id } = useParams({ strict: false }) as { id: string }
  const record = useRecord('person', [id], (api) => api.people.get({ id }))
  if (record.data) return <PersonPage person={record.data} />
  if (record.error instanceof Refused && [400, 404].includes(record.error.status)) return <NotFound />
  if (record.error) return <Trouble error={record.error} retry={() => void record.refetch()} />
  return null
}

function PersonPage({ person }: { person: PersonOnPage }) {
  const me = useMe()
  const href = useHref()
  const [, set] = useAddress()
  const acts = usePersonActs()
  const panel = usePanel(['edit'])
  const self = person.id === me.person.id
  const edit = mayEdit(person)
  const { called, switches } = me.portal
  const level = person.owner ? 'owner' : person.level
  const tabs = [
    { value: 'overview', label: 'Overview', shown: true },
    { value: 'may', label: 'May do', shown: true },
    { value: 'switches', label: 'Switches', shown: opens(me, 'switch.read') && switches.some((one) => one.level === level) },
    { value: 'timeline', label: 'Timeline', shown: opens(me, 'audit.read') },
  ].filter((tab) => tab.shown)
  const tab = useTab(tabs.map(({ value }) => value))
  const users = opens(me, 'person.list') ? [{ label: called.users, to: href('users') }] : []
  return (
    <>
      <PageHeader title={person.name} crumbs={users}>
        {self && <Act label="Your profile" to={href('profile')} />}
        {!(self && edit.can !== true) && <Act label="Edit" {...edit} onAct={() => set({ panel: 'edit', id: person.id })} />}
        <RowMenu name={person.name} items={acts.items(person).slice(1)} />
      </PageHeader>
      <AddressTabs tabs={tabs} />
      <Record summary={<Summary person={person} />}>
        {tab === 'overview' && <Overview person={person} />}
        {tab === 'may' && <MayDo person={person} />}
        {tab === 'switches' && <SwitchList person={person} />}
        {tab === 'timeline' && <PersonTimeline person={person} />}
      </Record>
      {panel.panel === 'edit' && <EditPanel key={panel.turn} id={person.id} opened={panel.opened} close={panel.close} />}
      {acts.dialogs}
    </>
  )
}
