import { IconPlus } from '@tabler/icons-react'
import { Act } from '#web/kit/act.tsx'
import { AddressTabs, useTab } from '#web/kit/address-tabs.tsx'
import { Gate } from '#web/kit/gate.tsx'
import { PageHeader } from '#web/kit/page-header.tsx'
import { mayBegin, opens, useMe } from '#web/me.ts'
import { useRecord } from '#web/query.ts'
import { useAddress, usePhone } from '#web/use.ts'
import { InvitationsTab } from '../invitations/invitations-tab.tsx'
import { PeopleList } from './people-list.tsx'
import { UserPanels } from './user-panels.tsx'

const tabs = ['team', 'clients', 'invitations', 'deactivated'] as const

/** All people of the agency: the team, the clients, who is invited and who left. */
export const Page = () => (
  <Gate action="person.list">
    <Users />
  </Gate>
)

function Users() {
  const me = useMe()
  const { called } = me.portal
  const tab = useTab(tabs)
  const invites = opens(me, 'invitation.read')
  const count = useRecord('person', ['count'], (api) => api.people.count({})).data
  const shown = [
    { value: 'team', label: called.team, count: count?.team },
    { value: 'clients', label: called.clients, count: count?.clients },
    ...(invites ? [{ value: 'invitations', label: 'Invitations', count: count?.invitations }] : []),
    { value: 'deactivated', label: 'Deactivated', count: count?.deactivated },
  ]
  return (
    <>
      <PageHeader title={called.users}>
        <Begin />
      </PageHeader>
      <AddressTabs tabs={shown} />
      {tab === 'invitations' && invites ? <InvitationsTab /> : <PeopleList key={tab} tab={tab === 'invitations' ? 'team' : tab} />}
      <UserPanels />
    </>
  )
}

/** The two ways somebody comes in: by invitation, or typed in by a colleague. */
function Begin() {
  const me = useMe()
  const phone = usePhone()
  const [, set] = useAddress()
  return (
    <>
      <Act
        label={phone ? 'Add' : 'Add user'}
        icon={IconPlus}
        {...mayBegin(me, 'person.create')}
        onAct={() => set({ panel: 'add', id: undefined })}
      />
      <Act
        label={phone ? 'Invite' : 'Invite users'}
        icon={IconPlus}
        primary
        {...mayBegin(me, 'invitation.create')}
        onAct={() => set({ panel: 'invite', id: undefined })}
      />
    </>
  )
}
