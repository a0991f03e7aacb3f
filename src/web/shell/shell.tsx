import { Notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Refused, sentence } from '../api.ts'
import { RefusalPage } from '../kit/refusal-page.tsx'
import { useLive } from '../live.ts'
import { MeContext } from '../me.ts'
import { usePresence } from '../presence.ts'
import { meQuery, sessionQuery } from '../query.ts'
import type { Me, Session } from '../session.ts'
import { usePhone } from '../use.ts'
import { useAgencyKeys } from './keys.tsx'
import { lastAgency } from './last-agency.ts'
import { Palette } from './palette-door.tsx'
import { BottomBar, TopBar } from './phone-bars.tsx'
import css from './shell.module.css'
import { SideMenu } from './side-menu.tsx'
import toasts from './toasts.module.css'
import { Away, NotFound } from './whole-page.tsx'

/** Finds out who is here and in which agency, then shows the house around the page. */
export function Shell() {
  const { slug } = useParams({ strict: false }) as { slug: string }
  const session = useQuery(sessionQuery)
  const seat = session.data?.agencies.find((agency) => agency.slug === slug)
  const me = useQuery({ ...meQuery(seat?.id ?? ''), enabled: !!seat })
  useEffect(() => {
    if (seat) lastAgency.set(seat.slug)
  }, [seat])
  if (session.error && !session.data) return <Away said={sentence(session.error)} retry={() => void session.refetch()} />
  if (!session.data) return null
  if (!session.data.login) return <SignedOut />
  if (!seat) return <NotFound />
  if (me.error && !me.data) return <Unreached error={me.error} retry={() => void me.refetch()} />
  if (!me.data) return <div className={css.app} aria-busy="true" />
  return (
    <MeContext value={me.data}>
      <House key={seat.id} me={me.data} session={session.data} />
    </MeContext>
  )
}

/** To the sign-in, and from there back to where one was. Once only: the address changes while that page is on its way. */
function SignedOut() {
  const { href } = useLocation()
  const navigate = useNavigate()
  const from = useRef(href)
  useEffect(() => {
    void navigate({ to: '/sign-in', search: { to: from.current } as never, replace: true })
  }, [navigate])
  return null
}

function House({ me, session }: { me: Me; session: Session }) {
  const phone = usePhone()
  useLive(me)
  usePresence(me)
  useAgencyKeys()
  return (
    <div className={css.app} data-shell>
      <a className={css.skip} href="#content">
        Skip to content
      </a>
      {phone ? <TopBar me={me} session={session} /> : <SideMenu me={me} session={session} />}
      <main className={css.main} id="content" tabIndex={-1} data-main>
        <Outlet />
      </main>
      {phone && <BottomBar me={me} session={session} />}
      <Palette />
      <Notifications position="bottom-left" limit={1} autoClose={6000} transitionDuration={120} className={toasts.toasts} />
    </div>
  )
}

function Unreached({ error, retry }: { error: Error; retry: () => void }) {
  if (error instanceof Refused && error.status === 404) return <NotFound />
  if (error instanceof Refused && error.status === 403) return <RefusalPage why={error.said} />
  return <Away said={sentence(error)} retry={retry} />
}
