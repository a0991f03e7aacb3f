import { IconBan, IconCopy, IconMail, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { AgencyClient } from '#web/client.ts'
import { formatDay } from '#web/format/dates.ts'
import { Act } from '#web/kit/act.tsx'
import { Avatar } from '#web/kit/avatar.tsx'
import { type Column, DataTable } from '#web/kit/data-table.tsx'
import { EmptyState } from '#web/kit/empty-state.tsx'
import { JobRoleChip } from '#web/kit/job-role-chip.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { ListBar } from '#web/kit/list-bar.tsx'
import type { Items } from '#web/kit/row-menu.tsx'
import { StatusDot } from '#web/kit/status.tsx'
import { Time } from '#web/kit/time.tsx'
import { may, mayBegin, useMe } from '#web/me.ts'
import { useList } from '#web/query.ts'
import { useAddress } from '#web/use.ts'
import people from '../people/people.module.css'
import { copy } from '../people/person-acts.tsx'
import { usePanel } from '../people/user-panels.tsx'
import { ChangeInvitation } from './change-invitation.tsx'
import { type Asking, InvitationQuestion } from './invitation-question.tsx'
import { WaitingLetters } from './waiting-letters.tsx'

export type Invitation = Awaited<ReturnType<AgencyClient['invitations']['list']>>['invitations'][number]

/** Who is invited and has not come yet. */
export function InvitationsTab() {
  const me = useMe()
  const [, set] = useAddress()
  const [asking, setAsking] = useState<{ invitation: Invitation; what: Asking } | null>(null)
  const [open, setOpen] = useState(false)
  const panel = usePanel(['invitation'])
  const list = useList(
    'invitation',
    ['open'],
    (api, after) => api.invitations.list({ most: 50, after }),
    (page) => page.invitations,
  )
  const ask = (invitation: Invitation, what: Asking) => {
    setAsking({ invitation, what })
    setOpen(true)
  }
  const menu = (invitation: Invitation): Items => [
    { label: 'Resend', icon: IconMail, ...may(invitation, 'invitation.edit'), onAct: () => ask(invitation, 'resend') },
    {
      label: 'Change level',
      icon: IconPencil,
      ...may(invitation, 'invitation.edit'),
      onAct: () => set({ panel: 'invitation', id: invitation.id }),
    },
    { label: 'Copy e-mail address', icon: IconCopy, onAct: () => copy(invitation.email) },
    'line',
    { label: 'Revoke', icon: IconBan, danger: true, ...may(invitation, 'invitation.revoke'), onAct: () => ask(invitation, 'revoke') },
  ]
  const changed = list.rows?.find((one) => one.id === panel.id)
  return (
    <>
      <ListBar shown={list.rows?.length} more={list.more}>
        <WaitingLetters />
      </ListBar>
      <DataTable<Invitation>
        label="Invitations"
        list={list}
        columns={columns(me.person.id)}
        idOf={(invitation) => invitation.id}
        nameOf={(invitation) => invitation.email}
        line={(invitation) => <TwoLines invitation={invitation} />}
        menu={menu}
        empty={
          <EmptyState says="No invitations are open. People you invite wait here until they accept.">
            <Act label="Invite users" {...mayBegin(me, 'invitation.create')} onAct={() => set({ panel: 'invite' })} />
          </EmptyState>
        }
      />
      {asking && (
        <InvitationQuestion key={`${asking.invitation.id} ${asking.what}`} {...asking} opened={open} close={() => setOpen(false)} />
      )}
      {changed && <ChangeInvitation key={panel.turn} invitation={changed} opened={panel.opened} close={panel.close} />}
    </>
  )
}

const columns = (me: string): Column<Invitation>[] => [
  {
    title: 'E-mail',
    width: '32%',
    cell: ({ id, email }) => (
      <span className={people.entry}>
        <Avatar id={id} name={email} state="invited" />
        <span className={`${people.name} clip`} title={email}>
          {email}
        </span>
      </span>
    ),
  },
  { title: 'Level', cell: (invitation) => <Badges invitation={invitation} /> },
  { title: 'Invited by', cell: ({ sender }) => <span className="t2">{sender.id === me ? 'You' : sender.name}</span> },
  {
    title: 'Sent',
    cell: ({ sent_at }) => (
      <span className="t2">
        <Time at={sent_at} />
      </span>
    ),
  },
  { title: 'State', cell: (invitation) => <State invitation={invitation} /> },
]

function Badges({ invitation }: { invitation: Invitation }) {
  return (
    <span className={people.badges}>
      <LevelBadge level={invitation.level} />
      {invitation.job_roles.map((role) => (
        <JobRoleChip key={role} name={role} />
      ))}
    </span>
  )
}

function State({ invitation: { state, expires_at } }: { invitation: Invitation }) {
  const { agency } = useMe()
  const day = formatDay(expires_at, agency.zone)
  return state === 'expired' ? <StatusDot tone="bad">Expired {day}</StatusDot> : <StatusDot tone="warn">Open until {day}</StatusDot>
}

function TwoLines({ invitation }: { invitation: Invitation }) {
  return (
    <div className={people.entry}>
      <Avatar id={invitation.id} name={invitation.email} size={36} state="invited" />
      <div className="grow">
        <div className={`${people.name} clip`}>{invitation.email}</div>
        <div className={people.badges} data-under>
          <Badges invitation={invitation} />
          <State invitation={invitation} />
        </div>
      </div>
    </div>
  )
}
