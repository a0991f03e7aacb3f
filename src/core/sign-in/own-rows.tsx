import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatPhone } from '#web/format/phone.ts'
import { Card } from '#web/kit/card.tsx'
import { SettingsRow, SettingsRows } from '#web/kit/settings-row.tsx'
import { StatusPill } from '#web/kit/status.tsx'
import { mayBegin, useMe } from '#web/me.ts'
import { sessionQuery } from '#web/query.ts'
import type { Me } from '#web/session.ts'
import { ConfirmAddress } from './confirm-address.tsx'
import { OwnField, type OwnName } from './own-field.tsx'
import css from './profile.module.css'

const rows: { name: OwnName; label: string; empty: string }[] = [
  { name: 'name', label: 'Name', empty: '–' },
  { name: 'title', label: 'Title', empty: 'None yet, like Senior recruiter' },
  { name: 'phone', label: 'Phone', empty: 'None yet' },
]

/** How one is called and reached in this agency; each row is edited where it stands. */
export function OwnRows() {
  const me = useMe()
  const [editing, setEditing] = useState<OwnName | null>(null)
  const edit = mayBegin(me, 'person.edit_self')
  return (
    <>
      <Card label="You here">
        <SettingsRows>
          {rows.map(({ name, label, empty }) => (
            <SettingsRow
              key={name}
              label={label}
              may={edit}
              onEdit={() => setEditing(name)}
              editing={editing === name && <OwnField name={name} label={label} close={() => setEditing(null)} />}
            >
              {shown(me, name) ?? <span className="t3">{empty}</span>}
            </SettingsRow>
          ))}
          <SettingsRow label="E-mail">
            <Address me={me} />
          </SettingsRow>
        </SettingsRows>
      </Card>
      <p className={`sm t3 ${css.below}`}>
        Colleagues at {me.agency.name} see these. In another agency you may be called and reached differently.
      </p>
    </>
  )
}

const shown = ({ person, agency }: Me, name: OwnName) =>
  name === 'phone' && person.phone ? formatPhone(person.phone, agency.currency) : person[name]

/** The address one signs in with, and whether it is proven; one an agency typed in beside it is shown too. */
function Address({ me }: { me: Me }) {
  const session = useQuery(sessionQuery)
  const login = session.data?.login
  const { email } = me.person
  if (!login) return email
  return (
    <span className={css.address}>
      <span className={css.words}>{login.email}</span>
      {login.proven ? <StatusPill tone="ok">Confirmed</StatusPill> : <StatusPill tone="warn">Not confirmed</StatusPill>}
      {!login.proven && <ConfirmAddress email={login.email} small />}
      {email && email !== login.email && (
        <span className="sm t3">
          {me.agency.name} writes to {email}
        </span>
      )}
    </span>
  )
}
