import { IconLock } from '@tabler/icons-react'
import { Act } from '#web/kit/act.tsx'
import { ChooseChip } from '#web/kit/choose-chip.tsx'
import { type Column, DataTable } from '#web/kit/data-table.tsx'
import { EmptyState } from '#web/kit/empty-state.tsx'
import { FilterChip } from '#web/kit/filter-chip.tsx'
import { Filters } from '#web/kit/filters.tsx'
import { Gate } from '#web/kit/gate.tsx'
import { Glyph } from '#web/kit/glyph.tsx'
import { ListBar } from '#web/kit/list-bar.tsx'
import { PageHeader } from '#web/kit/page-header.tsx'
import { StatusDot } from '#web/kit/status.tsx'
import { Time } from '#web/kit/time.tsx'
import { useAddress, usePhone } from '#web/use.ts'
import { useActChoices } from '../permissions/act-choices.ts'
import { usePeopleChoices } from '../permissions/people-choices.ts'
import css from './activity.module.css'
import { ChainCheck } from './chain-check.tsx'
import { DatesChip } from './dates-chip.tsx'
import { deed } from './deed.ts'
import { EntryPanel } from './entry-panel.tsx'
import { type Entry, filterNames, useActivity } from './use-activity.ts'
import { Who } from './who.tsx'

export const Page = () => (
  <Gate action="audit.read">
    <Activity />
  </Gate>
)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const columns = (open: (entry: Entry) => void): Column<Entry>[] => [
  { title: 'Who', width: '22%', cell: ({ actor }) => <Who actor={actor} /> },
  {
    title: 'Did',
    width: '30%',
    cell: (entry) => (
      <button type="button" className={`${css.did} clip`} title={entry.says} onClick={() => open(entry)}>
        {capital(deed(entry))}
      </button>
    ),
  },
  { title: 'To whom', cell: ({ thing }) => (thing?.name ? <span className="clip">{thing.name}</span> : <span className="t3">–</span>) },
  {
    title: 'Decision',
    cell: ({ decision }) => (decision === 'allowed' ? <StatusDot tone="ok">Allowed</StatusDot> : <StatusDot tone="bad">Refused</StatusDot>),
  },
  { title: 'When', cell: ({ at }) => <Time at={at} /> },
]

function Activity() {
  const [address, set] = useAddress()
  const phone = usePhone()
  const list = useActivity(address)
  const people = usePeopleChoices()
  const acts = useActChoices()
  const open = (entry: Entry) => set({ row: String(entry.seq) })
  const narrowed = filterNames.some((name) => address[name])
  return (
    <>
      <PageHeader
        title="Activity"
        says={phone ? undefined : 'Who did what to whom, also what was refused. Nothing here can be changed or taken away.'}
      >
        <ChainCheck />
      </PageHeader>
      <ListBar>
        <Filters names={filterNames}>
          <ChooseChip name="actor" label="Who" find="Find a person" options={people} />
          <ChooseChip name="act" label="Act" find="Find an action" options={acts} />
          <FilterChip name="decision" label="Decision" one options={decisions} />
          <DatesChip />
        </Filters>
      </ListBar>
      <DataTable
        label="Activity"
        list={list}
        columns={columns(open)}
        idOf={({ seq }) => String(seq)}
        nameOf={({ seq }) => `row ${seq}`}
        onOpen={open}
        isActive={({ seq }) => String(seq) === address.row}
        dense
        line={(entry) => <Line entry={entry} open={() => open(entry)} />}
        empty={
          narrowed ? (
            <EmptyState says="Nothing that happened matches these filters.">
              <Act label="Clear filters" onAct={() => set(Object.fromEntries(filterNames.map((name) => [name, undefined])), true)} />
            </EmptyState>
          ) : (
            <EmptyState says="Nothing has happened yet. Every change and every refused try will stand here." />
          )
        }
      />
      <EntryPanel entries={list.rows ?? []} />
    </>
  )
}
const decisions = [
  { value: 'allowed', label: 'Allowed' },
  { value: 'refused', label: 'Refused' },
]

function Line({ entry, open }: { entry: Entry; open: () => void }) {
  return (
    <button type="button" className={css.line} onClick={open}>
      <span>
        <b className="b">{entry.actor?.name ?? 'Rolecall'}</b> {deed(entry)}
        {entry.thing?.name && entry.thing.id !== entry.actor?.id && entry.noun !== 'agency' && <>: {entry.thing.name}</>}
      </span>
      <span className="xs t3">
        {entry.decision === 'refused' && (
          <>
            <Glyph of={IconLock} size={12} /> refused,{' '}
          </>
        )}
        <Time at={entry.at} />
      </span>
    </button>
  )
}
