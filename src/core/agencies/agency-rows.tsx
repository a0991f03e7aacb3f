import { useEffect, useState } from 'react'
import type { AgencyClient } from '#web/client.ts'
import { formatMoment } from '#web/format/dates.ts'
import { currencyName, formatMoney } from '#web/format/money.ts'
import { Card } from '#web/kit/card.tsx'
import { Note } from '#web/kit/note.tsx'
import { SettingsRow, SettingsRows } from '#web/kit/settings-row.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { may } from '#web/me.ts'
import { useRecord } from '#web/query.ts'
import { AgencyField, type FieldName } from './agency-field.tsx'
import css from './preferences.module.css'

export type Preferences = Awaited<ReturnType<AgencyClient['agency']['get']>>
type Row = { name: FieldName; label: string; shown: (agency: Preferences) => React.ReactNode }

const rows: Row[] = [
  { name: 'name', label: 'Agency name', shown: ({ name }) => name },
  { name: 'zone', label: 'Time zone', shown: ({ zone }) => <Aside value={zone} says={<Now zone={zone} />} /> },
  {
    name: 'currency',
    label: 'Currency',
    shown: ({ currency }) => <Aside value={currencyName(currency)} says={formatMoney(1250, currency)} />,
  },
  {
    name: 'colour',
    label: 'Colour',
    shown: ({ colour }) => (
      <>
        <span className={css.swatch} style={{ background: colour }} />
        <Aside value={colour.toUpperCase()} says="in the agency's mark and mails" />
      </>
    ),
  },
]

/** The agency's name, zone, currency and colour, each edited where it stands. */
export function AgencyRows() {
  const agency = useRecord('agency', ['preferences'], (api) => api.agency.get())
  const [editing, setEditing] = useState<FieldName | null>(null)
  if (agency.error && !agency.data) return <Trouble error={agency.error} retry={() => void agency.refetch()} />
  if (!agency.data) return <div style={{ height: 202 }} aria-busy="true" />
  const edit = may(agency.data, 'preferences.edit')
  return (
    <>
      {edit.can !== true && (
        <div className={css.above}>
          <Note>{edit.can.message}</Note>
        </div>
      )}
      <Card label="The agency">
        <SettingsRows>
          {rows.map(({ name, label, shown }) => (
            <SettingsRow
              key={name}
              label={label}
              may={edit}
              onEdit={() => setEditing(name)}
              editing={
                editing === name && <AgencyField agency={agency.data} name={name} label={label} may={edit} close={() => setEditing(null)} />
              }
            >
              {shown(agency.data)}
            </SettingsRow>
          ))}
        </SettingsRows>
      </Card>
    </>
  )
}

const Aside = ({ value, says }: { value: string; says: React.ReactNode }) => (
  <>
    {value} <span className="t3 num">{says}</span>
  </>
)

/** What the clocks show there; it goes on while the page is open. */
export function Now({ zone }: { zone: string }) {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5000)
    return () => clearInterval(timer)
  }, [])
  return <>now {formatMoment(now, zone)}</>
}
