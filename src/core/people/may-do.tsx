import { IconCheck, IconCircleDashed, IconX } from '@tabler/icons-react'
import { plural } from '#web/format/words.ts'
import { Card } from '#web/kit/card.tsx'
import { FilterChip } from '#web/kit/filter-chip.tsx'
import { Glyph } from '#web/kit/glyph.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { useMe } from '#web/me.ts'
import { useRecord } from '#web/query.ts'
import { useAddress } from '#web/use.ts'
import css from './person.module.css'
import { capital, first, type PersonOnPage } from './person-shapes.ts'

const kinds = {
  yes: { icon: IconCheck, word: 'Yes' },
  condition: { icon: IconCircleDashed, word: 'Under a condition' },
  no: { icon: IconX, word: 'No' },
}
type Kind = keyof typeof kinds

/** This person's column of the running policy: every act, yes, no or under which condition, with the reason. */
export function MayDo({ person }: { person: PersonOnPage }) {
  const me = useMe()
  const [address] = useAddress()
  const { id } = person
  const { data, error, refetch } = useRecord('rights', ['person', id], (api) => api.permissions.ofPerson({ id }))
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return null
  const wanted = address.answer?.split(',').filter((kind): kind is Kind => kind in kinds) ?? []
  const shown = wanted.length ? data.filter(({ kind }) => wanted.includes(kind)) : data
  const count = (kind: Kind) => data.filter((row) => row.kind === kind).length
  const who = id === me.person.id ? 'You' : first(person)
  return (
    <>
      <div className={css.bar}>
        <p className="t2 grow">
          {who} may do {plural(count('yes'), 'thing')}, {count('condition')} more under a condition, and {count('no')} not.{' '}
          {who !== 'You' && `A no is said as ${first(person)} reads it.`}
        </p>
        <FilterChip name="answer" label="Answer" options={Object.entries(kinds).map(([value, { word }]) => ({ value, label: word }))} />
      </div>
      {[...Map.groupBy(shown, (row) => row.area)].map(([area, rows]) => (
        <Card key={area} title={area}>
          <ul>
            {rows.map(({ action, can, kind, words }) => (
              <li key={action} className={css.act} data-kind={kind}>
                <Glyph of={kinds[kind].icon} size={14} />
                <span className={css.can}>{capital(can)}</span>
                <span className={css.why}>
                  {kind !== 'yes' && <span className="ears">{kinds[kind].word}.</span>}
                  {words}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}
