import { z } from 'zod'
import { doors } from '#core/contract.ts'
import { Ok } from '#core/shapes.ts'
import type { StaffingAction } from '../policy.ts'

const { alone } = doors<StaffingAction>()

export const leavingContract = {
  leave: alone('person.leave', 'POST', '/me/departure')
    .route({ summary: 'Leave the team' })
    .input(z.strictObject({}).optional())
    .output(Ok),
}
