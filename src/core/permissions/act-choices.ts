import type { Choice } from '#web/kit/choose-chip.tsx'
import { opens, useMe } from '#web/me.ts'
import { useRecord } from '#web/query.ts'
import { capital } from './rows.ts'

/** Every act there is, by area, for a filter. */
export function useActChoices(): Choice[] {
  const matrix = useRecord('rights', ['matrix'], (api) => api.permissions.matrix(), opens(useMe(), 'permission.read'))
  return (matrix.data?.rows ?? [])
    .filter(({ action }) => !/\.(?:read|list)(?:_|$)/.test(action))
    .map(({ action, can, area }) => ({ value: action, label: capital(can), second: action, group: area }))
}
