import { conflict } from '#core/errors.ts'
import type { StaffingKernel } from '../kernel.ts'
import { confirmIdentity, getOwner, transferOwnership } from './owner.ts'

export const ownerApi = ({ owner }: StaffingKernel) => ({
  get: owner.get.handler(({ context }) => getOwner(context.work)),
  transfer: owner.transfer.handler(async ({ context, input: { to, from, password } }) => {
    if (from !== undefined && from !== context.work.agency.owner_id)
      throw conflict('not_account_owner', 'Somebody else is the Account Owner by now. Look again.')
    const done = await transferOwnership(context.work, to)
    await confirmIdentity(context, password) // last: nobody learns from it whether they could
    return done
  }),
})
