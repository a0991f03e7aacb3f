import type { Visit } from '../guard.ts'
import type { Kernel, OpenKernel } from '../kernel.ts'
import { ok } from '../shapes.ts'
import { limitTries } from '../sign-in/limits.ts'
import { acceptInvitation, seeInvitation } from './acceptance.ts'
import { editInvitation, invite, listInvitations, resend, revoke } from './invitations.ts'

/** An agency writes to strangers in its own words, so it writes to so many a day; few, while whoever writes has not proven an address. */
const limitLetters = ({ logins, agency, login }: Pick<Visit, 'logins' | 'agency' | 'login'>, tries: number) =>
  limitTries(logins, `letters ${agency}`, { most: login?.proven ? 1000 : 20, minutes: 24 * 60, tries })

export const invitationsApi = ({ invitations }: Kernel) => ({
  list: invitations.list.handler(({ context, input }) => listInvitations(context.work, input)),
  create: invitations.create.handler(async ({ context, input }) => {
    const made = await invite(context.work, input, context.origin)
    await limitLetters(context, made.length)
    return { invitations: made }
  }),
  edit: invitations.edit.handler(({ context, input }) => editInvitation(context.work, input)),
  resend: invitations.resend.handler(async ({ context, input }) => {
    const sent = await resend(context.work, input.id, context.origin)
    await limitLetters(context, 1)
    return sent
  }),
  revoke: invitations.revoke.handler(async ({ context, input }) => {
    await revoke(context.work, input.id)
    return ok
  }),
})

export const acceptanceApi = ({ acceptance }: OpenKernel) => ({
  see: acceptance.see.handler(({ context, input }) => seeInvitation(context, input.token)),
  accept: acceptance.accept.handler(({ context, input: { token, ...given } }) => acceptInvitation(context, token, given)),
})
