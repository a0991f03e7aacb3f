import { mayI, useMe } from '../me.ts'
import { useRecord } from '../query.ts'
import { RefusalPage } from './refusal-page.tsx'

type Props = { action: string; children: React.ReactElement }

/** A page for whom the action is open. Everybody else reads why not, and who can. */
export function Gate({ action, children }: Props) {
  const can = mayI(useMe(), action)
  const asked = useRecord('rights', ['explanation', { action }], (api) => api.permissions.explain({ action }), can !== true)
  if (can === true) return children
  return <RefusalPage why={asked.data && !asked.data.allowed ? asked.data : can} />
}
