import { formatDay, zoneName } from '#web/format/dates.ts'
import { Card } from '#web/kit/card.tsx'
import { PageHeader } from '#web/kit/page-header.tsx'
import { opens, useMe } from '#web/me.ts'
import { MayDoShort } from '../sign-in/may-do-short.tsx'
import { Happened } from './happened.tsx'
import css from './home.module.css'
import { Waits } from './waits.tsx'
import { YouHere } from './you-here.tsx'

/** For whoever does not read the activity: what this place is for them. */
const WhatYouMayDo = () => (
  <Card title="What you may do" padded>
    <MayDoShort wide />
  </Card>
)

/** What waits for you, what happened since yesterday, and who you are here. Nobody finds it empty. */
export function Page() {
  const me = useMe()
  const { zone } = me.agency
  return (
    <>
      <PageHeader title={`Today, ${formatDay(new Date(), zone)}`} says={zoneName(zone)} beside last />
      <div className={css.home}>
        <div className={css.main}>
          <Waits />
          {opens(me, 'audit.read') ? <Happened /> : <WhatYouMayDo />}
        </div>
        <YouHere />
      </div>
    </>
  )
}
