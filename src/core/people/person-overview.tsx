import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatPhone } from '#web/format/phone.ts'
import { Card } from '#web/kit/card.tsx'
import { Fact, Facts } from '#web/kit/facts.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { Note } from '#web/kit/note.tsx'
import { levelOf, may, useMe } from '#web/me.ts'
import { useApi, useRecord } from '#web/query.ts'
import css from './person.module.css'
import { contactOf, type Values } from './person-draft.ts'
import { first, levelName, type PersonOnPage } from './person-shapes.ts'

/** How to reach somebody, edited where it stands; and in short what they may do. */
export function Overview({ person }: { person: PersonOnPage }) {
  const me = useMe()
  const level = levelOf(me, levelName(person))
  return (
    <>
      {person.status === 'deactivated' && (
        <Note>{`${person.name} is deactivated and cannot sign in here. What ${first(person)} did stays; Restore brings ${first(person)} back.`}</Note>
      )}
      <Contact person={person} />
      <Card title="Level" aside={<LevelBadge level={levelName(person)} />} padded>
        <p className="t2">{level?.says}</p>
        <InShort person={person} />
      </Card>
    </>
  )
}

function Contact({ person }: { person: PersonOnPage }) {
  const me = useMe()
  const api = useApi()
  const client = useQueryClient()
  const { id, version } = person
  const self = id === me.person.id
  const edit = may(person, 'person.edit')
  // One's own name, phone and title are one's own to edit at every level.
  const own = self && edit.can !== true
  const right = own ? undefined : edit
  const save = async (values: Partial<Values>) => {
    const { email, ...rest } = contactOf(values)
    await (own ? api.people.editSelf({ version, ...rest }) : api.people.edit({ id, version, ...contactOf(values) }))
    await client.invalidateQueries({ queryKey: [me.agency.id, 'person'] })
  }
  const proven = person.registered && person.email !== null
  const phone = person.phone && formatPhone(person.phone, me.agency.currency)
  const field = (name: keyof Values) => ({ onSave: (value: string) => save({ [name]: value }), ...(right && { may: right }) })
  return (
    <Card title="Contact" padded>
      <div className={css.contact}>
        <Facts>
          <Fact label="Name" value={person.name} {...field('name')} />
          <Fact label="Phone" value={phone} {...field('phone')} />
          {proven || own ? <Fact label="E-mail">{person.email}</Fact> : <Fact label="E-mail" value={person.email} {...field('email')} />}
          <Fact label="Title" value={person.title} {...field('title')} />
        </Facts>
      </div>
      {proven && !self && edit.can === true && (
        <p className={css.hint}>{person.name} signs in and has proven this address, so only they can change it.</p>
      )}
    </Card>
  )
}

/** Per area how much somebody may do, as a way into the whole list. */
function InShort({ person }: { person: PersonOnPage }) {
  const me = useMe()
  const { data } = useRecord('rights', ['person', person.id], (api) => api.permissions.ofPerson({ id: person.id }))
  const areas = Map.groupBy(data ?? [], (row) => row.area)
  return (
    <table className={css.short} aria-label="What they may do, by area">
      <tbody>
        {[...areas].map(([area, rows]) => {
          const yes = rows.filter(({ kind }) => kind === 'yes').length
          const some = rows.filter(({ kind }) => kind === 'condition').length
          const parts = [
            yes === rows.length ? 'all' : yes > 0 && `${yes} of ${rows.length}`,
            some > 0 && `${some} under a condition`,
          ].filter(Boolean)
          return (
            <tr key={area}>
              <th scope="row">{area}</th>
              <td>{parts.join(', ') || <span className="t3">nothing</span>}</td>
            </tr>
          )
        })}
        <tr>
          <td colSpan={2}>
            <Link to="." search={{ tab: 'may' } as never}>
              What {person.id === me.person.id ? 'you' : first(person)} may do
            </Link>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
