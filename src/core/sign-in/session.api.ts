import { notFound, signedOut } from '../errors.ts'
import type { OpenKernel } from '../kernel.ts'
import { ok } from '../shapes.ts'
import { sessionsOf } from './session.ts'
import { sessionOf } from './sign-in.ts'

export const sessionApi = ({ session }: OpenKernel) => ({
  get: session.get.handler(({ context }) => sessionOf(context)),
  devices: session.devices.handler(async ({ context: { login, logins } }) => {
    if (!login) throw signedOut()
    const rows = await sessionsOf(logins, login.id)
    return rows.map((row) => ({ id: row.id, agent: row.user_agent, since: row.created_at, here: row.id === login.session }))
  }),
  end: session.end.handler(async ({ context: { login, logins }, input }) => {
    if (!login) throw signedOut()
    const ended = await logins.deleteFrom('login_session').where('id', '=', input.id).where('login_id', '=', login.id).executeTakeFirst()
    if (!ended.numDeletedRows) throw notFound('session')
    return ok
  }),
})
