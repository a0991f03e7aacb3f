import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type { CoreAction } from './actions.ts'
import { doors } from './contract.ts'

const { stream } = doors<CoreAction>()
export const liveContract = {
  changes: stream('agency.read', '/changes')
    .route({ summary: 'Hear what changes, as ids of what you may see' })
    .output(eventIterator(z.object({ noun: z.string(), id: z.string().optional() }))),
}
