import { useEffect } from 'react'
import { agencyApi } from './client.ts'
import type { Me } from './session.ts'

const minute = 60_000

/** Says that one is here: on arrival, then every two minutes while the page is looked at. Others read it as "Here now". */
export function usePresence(me: Me) {
  const agency = me.agency.id
  useEffect(() => {
    let said = 0
    const say = () => {
      if (document.visibilityState !== 'visible' || Date.now() - said < minute) return
      said = Date.now()
      agencyApi(agency)
        .people.here()
        .catch(() => undefined)
    }
    say()
    const timer = setInterval(say, 2 * minute)
    document.addEventListener('visibilitychange', say)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', say)
    }
  }, [agency])
}
