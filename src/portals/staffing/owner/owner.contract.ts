import { z } from 'zod'
import { doors } from '#core/contract.ts'
import { Can, Id, When } from '#core/shapes.ts'
import type { StaffingAction } from '../policy.ts'

const { action, alone } = doors<StaffingAction>()
const Candidate = z.object({ id: Id, name: z.string(), email: z.string().nullable() })

export const ownerContract = {
  get: action('preferences.read', 'GET', '/owner')
    .route({ summary: 'See the Account Owner, and who could be the next one' })
    .output(z.object({ owner: Candidate, since: When, candidates: z.array(Candidate), invited: z.array(z.string()), can: Can })),
  transfer: alone('agency.transfer', 'POST', '/owner/transfer')
    .route({ summary: 'Hand the position of Account Owner over' })
    .input(
      z.strictObject({
        to: Id,
        from: Id.optional().describe('Who is the Account Owner now, as you see it'),
        password: z.string().max(128).optional(),
      }),
    )
    .output(z.object({ owner: Candidate, since: When })),
}
