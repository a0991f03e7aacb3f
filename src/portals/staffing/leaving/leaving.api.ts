import { ok } from '#core/shapes.ts'
import { signOutIfNowhere } from '#core/sign-in/sign-in.ts'
import type { StaffingKernel } from '../kernel.ts'
import { leave } from './leaving.ts'

export const leavingApi = ({ leaving }: StaffingKernel) => ({
  leave: leaving.leave.handler(async ({ context }) => {
    signOutIfNowhere(context as never, await leave(context.work))
    return ok
  }),
})
