import { implement } from '@orpc/server'
import { guard, type Visit } from '#core/guard.ts'
import { staffingContract } from './contract.ts'
import type { StaffingWork } from './portal.ts'

export const kernel = implement(staffingContract)
  .$context<Omit<Visit, 'work'> & { work: StaffingWork }>()
  .use(guard('staffing') as never)
export type StaffingKernel = typeof kernel
