import type { Kernel, OpenKernel } from '../kernel.ts'
import { limitTries, sourceIn } from '../sign-in/limits.ts'
import { editAgency, getPreferences, meHere } from './agencies.ts'
import { foundAgency } from './founding.ts'

export const agenciesApi = ({ agency }: Kernel) => ({
  me: agency.me.handler(({ context }) => meHere(context.work)),
  get: agency.get.handler(({ context }) => getPreferences(context.work)),
  edit: agency.edit.handler(({ context, input }) => editAgency(context.work, input)),
})

export const foundingApi = ({ founding }: OpenKernel) => ({
  found: founding.found.handler(async ({ context, input }) => {
    const { logins, login, headers } = context
    await limitTries(logins, `found ${login?.id ?? sourceIn(headers)}`, { most: 20, minutes: 60 })
    return foundAgency(context, input)
  }),
})
