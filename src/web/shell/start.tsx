import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { sentence } from '../api.ts'
import { sessionQuery } from '../query.ts'
import { lastAgency } from './last-agency.ts'
import { Away } from './whole-page.tsx'

/** The front door: to the agency one was in last, to the sign-in, or to the first visit. */
export function Start() {
  const { data: session, error, refetch } = useQuery(sessionQuery)
  if (error) return <Away said={sentence(error)} retry={() => void refetch()} />
  if (!session) return null
  if (!session.login) return <Navigate to={session.firstVisit ? '/first-visit' : '/sign-in'} replace />
  const agency = session.agencies.find((seat) => seat.slug === lastAgency.get()) ?? session.agencies[0]
  return <Navigate to={agency ? `/${agency.slug}` : '/create'} replace />
}
