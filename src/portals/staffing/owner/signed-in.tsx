import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { openApi } from '#web/client.ts'
import { formatAgo } from '#web/format/dates.ts'
import { plural } from '#web/format/words.ts'
import { useMe } from '#web/me.ts'

const minute = 60_000
// The server takes a sign-in of the last ten minutes as proof; the form asks a little earlier, so that nobody types in vain.
const fresh = 9.5 * minute

type Since = { since: Date | null; fresh: boolean }

/** When one signed in here, and whether that is recent enough to be proof. */
export function useSignedIn(): Since {
  const devices = useQuery({ queryKey: ['session', 'devices'], queryFn: () => openApi.session.devices() })
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000)
    return () => clearInterval(timer)
  }, [])
  const here = devices.data?.find((device) => device.here)
  const since = here ? new Date(here.since) : null
  return { since, fresh: !!since && now - since.getTime() < fresh }
}

/** "You signed in 2 hours ago." */
export function SignedIn({ since, fresh }: Since) {
  const { agency } = useMe()
  if (!since) return 'To be sure that it is you.'
  const passed = Date.now() - since.getTime()
  const minutes = Math.max(1, Math.round(passed / minute))
  const ago =
    minutes < 60
      ? `${plural(minutes, 'minute')} ago`
      : minutes < 720
        ? `${plural(Math.round(minutes / 60), 'hour')} ago`
        : formatAgo(since, agency.zone).toLowerCase()
  return `To be sure that it is you. You signed in ${ago}${fresh ? ', which is proof enough.' : '.'}`
}
