import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { AgencyClient } from '#web/client.ts'
import { ActIcon } from '#web/kit/act-icon.tsx'
import { Avatar } from '#web/kit/avatar.tsx'
import { Time } from '#web/kit/time.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { may, useMe } from '#web/me.ts'
import { useRecord } from '#web/query.ts'
import css from './owner.module.css'
import { OwnerForm } from './owner-form.tsx'

export type Owner = Awaited<ReturnType<AgencyClient['owner']['get']>>

/** Who the Account Owner is, and the pencil with which the Account Owner hands the position on. */
export function OwnerCard() {
  const { agency } = useMe()
  const owner = useRecord('agency', ['owner'], (api) => api.owner.get())
  const [editing, setEditing] = useState(false)
  if (owner.error && !owner.data) return <Trouble error={owner.error} retry={() => void owner.refetch()} />
  if (!owner.data) return <div style={{ height: 66 }} aria-busy="true" />
  const transfer = may({ id: agency.id, can: owner.data.can }, 'agency.transfer')
  return (
    <section className={css.card} aria-labelledby="account-owner" data-editing={editing || undefined}>
      <header className={css.head}>
        <h3 id="account-owner">Account Owner</h3>
        <span className={css.now}>
          {editing && <span className="t2">Now</span>}
          <Avatar id={owner.data.owner.id} name={owner.data.owner.name} size={22} />
          <b className="b">{owner.data.owner.name}</b>
          <span className="t2">
            since <Time at={owner.data.since} as="long" />
          </span>
        </span>
        {!editing && <ActIcon label="Edit Account Owner" icon={IconPencil} onAct={() => setEditing(true)} {...transfer} />}
      </header>
      {editing && <OwnerForm owner={owner.data} may={transfer} close={() => setEditing(false)} />}
    </section>
  )
}
