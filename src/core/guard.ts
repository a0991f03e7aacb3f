// One guard for every operation: it reads the action from the contract, opens the work, and turns refusals into answers.
import { type Middleware, ORPCError } from '@orpc/server'
import type { Kysely } from 'kysely'
import type { Kind } from '#db/tables.ts'
import type { Guard, Method } from './contract.ts'
import { notFound, Refusal, signedOut } from './errors.ts'
import type { Live } from './live.ts'
import { namesWhoCan } from './permissions/who-can.ts'
import type { Auth, LoginTables } from './sign-in/auth.ts'
import { sourceIn } from './sign-in/limits.ts'
import type { Login } from './sign-in/session.ts'
import type { Work } from './work/work.ts'
import type { Works } from './work/works.ts'

/** What every request brings. The acting person is not in it: only a work finds out who that is, inside its transaction. */
export type Visit = {
  works: Works
  auth: Auth
  logins: Kysely<LoginTables>
  live: Live
  login: Login | null
  agency: string
  headers: Headers
  /** Headers of the answer, for the one cookie that signs somebody in. */
  answer: Headers
  request: string
  origin: string
  demo: boolean
  action: string
  work: Work
  /** Effects outside the transaction (ending sessions) wait here until it has committed. */
  after(todo: () => Promise<unknown>): void
}
// biome-ignore lint/suspicious/noExplicitAny: what goes in and out of a procedure is none of the guard's business
type Guarding = Middleware<Visit, Record<never, never>, any, any, any, any>

/** `kind`: the room these operations belong to; in another kind of agency they do not exist. */
export const guard = (kind?: Kind): Guarding =>
  (async ({ context, next, procedure }: { context: Visit; next: (more: object) => Promise<unknown>; procedure: unknown }) => {
    const { meta, route } = (procedure as { '~orpc': { meta: Guard; route: { method?: Method } } })['~orpc']
    try {
      if ('open' in meta) return await next({})
      const { action, streams, alone } = meta
      if (streams) return await next({ context: { action } })
      if (!context.login) throw signedOut()
      const asking = {
        agency: context.agency,
        login: context.login.id,
        action,
        alone,
        writes: route.method !== 'GET',
        request: context.request,
        source: sourceIn(context.headers),
      }
      let later: (() => Promise<unknown>)[] = []
      const answer = await context.works.as(asking, async (work) => {
        if (kind && work.portal.kind !== kind) throw notFound('page')
        later = [] // a work that is done again starts from nothing
        return next({ context: { work, after: (todo: () => Promise<unknown>) => later.push(todo) } })
      })
      for (const todo of later) await todo()
      return answer
    } catch (error) {
      throw error instanceof Refusal ? toAnswer(await namesWhoCan(context, error)) : error
    }
  }) as never

/** A refusal leaves as itself: its status, and its four fields as the body. */
export const toAnswer = ({ status, said }: Refusal) =>
  new ORPCError(said.code.toUpperCase(), { defined: true, status, message: said.message, data: said })
