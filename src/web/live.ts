import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { announce } from './kit/toast.tsx'
import { opens } from './me.ts'
import { meQuery, sessionQuery } from './query.ts'
import type { Me } from './session.ts'

/**
 * Hears what changes in this agency and refetches what is on the page. `rights` refetches everything, because every record
 * carries its own `can`. When the stream ends for good, the session decides: signed out goes to the sign-in.
 */
export function useLive(me: Me) {
  const client = useQueryClient()
  const agency = me.agency.id
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout>
    let tries = 0
    let stopped = false
    const open = () => {
      source = new EventSource(`/api/agencies/${agency}/changes`)
      source.onopen = () => {
        // What changed while the line was down was not heard.
        if (tries > 0) void client.invalidateQueries({ queryKey: [agency] })
        tries = 0
      }
      for (const kind of ['message', 'change']) source.addEventListener(kind, (event) => hear((event as MessageEvent<string>).data))
      for (const kind of ['done', 'end']) source.addEventListener(kind, again)
      source.onerror = again
    }
    const hear = (data: string) => {
      const change = JSON.parse(data) as { noun?: string; id?: string }
      if (change.noun === 'end') return again()
      void client.invalidateQueries({ queryKey: change.noun === 'rights' ? [agency] : [agency, change.noun] })
      // Its name, zone, currency and colour are all over the house.
      if (change.noun === 'agency') void client.invalidateQueries({ queryKey: meQuery(agency).queryKey })
    }
    // Many pages lose the line at once when a server restarts: each waits its own while.
    const again = async () => {
      source?.close()
      clearTimeout(timer)
      if (stopped) return
      tries += 1
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey }).catch(() => undefined)
      if (!stopped) timer = setTimeout(open, Math.min(30_000, 500 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random()))
    }
    open()
    return () => {
      stopped = true
      clearTimeout(timer)
      source?.close()
    }
  }, [agency, client])
  useLevelNews(me)
}

/** One polite line when one's own level changed while the page was open. */
function useLevelNews(me: Me) {
  const before = useRef(me.person.level)
  const { level, levelTitle } = me.person
  const href = opens(me, 'permission.read') ? `/${me.agency.slug}/permissions` : undefined
  useEffect(() => {
    if (before.current !== level) announce(`You are ${levelTitle} now.`, href ? { label: 'What changed', to: href } : undefined)
    before.current = level
  }, [level, levelTitle, href])
}

/** Asks again who one is, for instance after the agency's preferences changed. */
export function useRefreshMe() {
  const client = useQueryClient()
  return (agency: string) => void client.invalidateQueries({ queryKey: meQuery(agency).queryKey })
}
