import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { plural } from '#web/format/words.ts'
import { Act } from '#web/kit/act.tsx'
import { ChooseChip } from '#web/kit/choose-chip.tsx'
import { FilterChip } from '#web/kit/filter-chip.tsx'
import { Filters } from '#web/kit/filters.tsx'
import { Gate } from '#web/kit/gate.tsx'
import { ListBar } from '#web/kit/list-bar.tsx'
import { PageHeader } from '#web/kit/page-header.tsx'
import { RowMenu } from '#web/kit/row-menu.tsx'
import { SearchBox } from '#web/kit/search-box.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { useMe } from '#web/me.ts'
import { useAddress, usePhone } from '#web/use.ts'
import { DifferChip } from './differ-chip.tsx'
import { LevelChoice } from './level-choice.tsx'
import { Matrix } from './matrix.tsx'
import { OneRow } from './one-row.tsx'
import { usePeopleChoices } from './people-choices.ts'
import css from './permissions.module.css'
import { asCsv, asMarkdown, saveFile } from './printed.ts'
import { narrowed, useMatrix, useOnePerson } from './rows.ts'

export const Page = () => (
  <Gate action="permission.read">
    <Permissions />
  </Gate>
)

function Permissions() {
  const me = useMe()
  const phone = usePhone()
  const [address] = useAddress()
  const matrix = useMatrix()
  const person = useOnePerson(address.person)
  const people = usePeopleChoices()
  const rows = narrowed(matrix.data, address, person)
  const areas = [...new Set(matrix.data?.rows.map((row) => row.area))].map((area) => ({ value: area, label: area }))
  const save = async (ending: 'md' | 'csv') => {
    const data = matrix.data ?? (await matrix.refetch()).data
    if (data) saveFile(`permissions-${me.agency.slug}.${ending}`, ending === 'md' ? asMarkdown(data, me.portal.kind) : asCsv(data))
  }
  const acts = [
    { label: 'Markdown', icon: IconDownload, onAct: () => void save('md') },
    { label: 'CSV', icon: IconDownload, onAct: () => void save('csv') },
    { label: 'Print', icon: IconPrinter, onAct: () => print() },
  ]
  return (
    <div className={css.page}>
      <PageHeader title="Permissions" says={phone ? undefined : 'The rules in force right now, printed from the table that decides.'}>
        {phone ? <RowMenu name="Permissions" items={acts} /> : acts.map((act) => <Act key={act.label} {...act} />)}
      </PageHeader>
      <ListBar>
        <SearchBox placeholder="Find an action" />
        <Filters names={['area', 'person', 'differ']}>
          <FilterChip name="area" label="Area" options={areas} />
          <ChooseChip name="person" label="One person" find="Find a person" options={people} />
          <DifferChip />
        </Filters>
        {rows && <span className={`${css.count} num`}>{plural(rows.length, 'action')}</span>}
      </ListBar>
      {phone && matrix.data && !person.chosen && <LevelChoice levels={matrix.data.levels} />}
      {matrix.error && !matrix.data ? (
        <Trouble error={matrix.error} retry={() => void matrix.refetch()} />
      ) : (
        <div className={css.split}>
          <Matrix matrix={matrix.data} rows={rows} person={person} />
          <OneRow matrix={matrix.data} person={person} />
        </div>
      )}
    </div>
  )
}
