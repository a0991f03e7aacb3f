import type { AgencyClient } from '#web/client.ts'
import { Trouble } from '#web/kit/trouble.tsx'
import { useRecord } from '#web/query.ts'
import { SwitchForm } from './switch-form.tsx'

export type SwitchList = Awaited<ReturnType<AgencyClient['switches']['list']>>
export type SwitchNow = SwitchList['switches'][number]

/** What is switched on for each level, and for whom it differs. */
export function SwitchSettings() {
  const switches = useRecord('agency', ['switches'], (api) => api.switches.list())
  if (switches.error && !switches.data) return <Trouble error={switches.error} retry={() => void switches.refetch()} />
  if (!switches.data) return <div style={{ height: 400 }} aria-busy="true" />
  return <SwitchForm list={switches.data} />
}
