import { Suspense } from 'react'
import { useTab } from '#web/kit/address-tabs.tsx'
import { Avatar } from '#web/kit/avatar.tsx'
import { Card } from '#web/kit/card.tsx'
import { JobRoleChip } from '#web/kit/job-role-chip.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { PageHeader } from '#web/kit/page-header.tsx'
import { SectionPage } from '#web/kit/section-page.tsx'
import { useMe } from '#web/me.ts'
import { roomOf } from '#web/pages.ts'
import { Devices } from './devices.tsx'
import { ownLevelSays } from './level-says.ts'
import { MayDo } from './may-do.tsx'
import { MyAgencies } from './my-agencies.tsx'
import { NewPassword } from './new-password.tsx'
import { OwnRows } from './own-rows.tsx'
import css from './profile.module.css'
import { Theme } from './theme.tsx'

const sections = [
  { value: 'you', label: 'You here' },
  { value: 'may', label: 'What you may do' },
  { value: 'sign-in', label: 'Sign-in and devices' },
  { value: 'looks', label: 'Appearance' },
  { value: 'agencies', label: 'Your agencies' },
]

/** Oneself: how one is called here, what one may do, where one is signed in. */
export function Page() {
  const me = useMe()
  const current = useTab(
    sections.map(({ value }) => value),
    'section',
  )
  const section = sections.find(({ value }) => value === current)!
  return (
    <>
      <PageHeader title="Profile" says={`You at ${me.agency.name}`} beside last />
      <SectionPage sections={sections}>
        <h2 className={css.title}>{section.label}</h2>
        {current === 'you' && <You />}
        {current === 'may' && (
          <>
            <Level />
            <Card label="What you may do">
              <MayDo />
            </Card>
          </>
        )}
        {current === 'sign-in' && (
          <>
            <NewPassword />
            <Devices />
          </>
        )}
        {current === 'looks' && <Theme />}
        {current === 'agencies' && <MyAgencies />}
      </SectionPage>
    </>
  )
}

function You() {
  const { person, portal } = useMe()
  const OfRoom = roomOf(portal.kind)?.profile
  return (
    <>
      <div className={css.head}>
        <Avatar id={person.id} name={person.name} size={56} />
        <Level />
      </div>
      <OwnRows />
      <Suspense>{OfRoom && <OfRoom />}</Suspense>
    </>
  )
}

function Level() {
  const me = useMe()
  const { person } = me
  return (
    <div className={css.level}>
      <span className={css.chips}>
        <LevelBadge level={person.level} title={person.levelTitle} />
        {person.jobRoles.map((role) => (
          <JobRoleChip key={role} name={role} />
        ))}
      </span>
      <p className="sm t2">{ownLevelSays(me)}</p>
    </div>
  )
}
