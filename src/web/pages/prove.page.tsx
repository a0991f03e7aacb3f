import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { call, sentence, withQuery } from '../api.ts'
import { queries, sessionQuery } from '../query.ts'
import { useAddress } from '../use.ts'
import { Door } from './door.tsx'
import { said } from './doors.ts'

const spent = 'This link was used or is too old. Under Profile you can have a new one sent.'

/** Where the link of "Confirm your e-mail address" leads: following it is the proof. */
export function Page() {
  const [{ token }] = useAddress()
  const proof = useQuery({
    queryKey: ['prove', token],
    queryFn: () => call('GET', withQuery('/api/auth/verify-email', { token })).then(() => true, said(spent)),
    enabled: !!token,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    if (proof.data) void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }, [proof.data])
  if (proof.data)
    return (
      <Door title="Your address is confirmed" says="Invitations to it open for you now.">
        <Link to="/">Go on to Rolecall</Link>
      </Door>
    )
  if (proof.error || !token)
    return (
      <Door title="This link does not work" says={proof.error ? sentence(proof.error).message : spent}>
        <Link to="/">Go to Rolecall</Link>
      </Door>
    )
  return <Door title="Confirming your address">{null}</Door>
}
