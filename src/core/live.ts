// Open pages hear what changes: ids only, and each is asked again as the person who would hear it.
import { Refusal, signedOut } from './errors.ts'
import type { Visit } from './guard.ts'
import type { Kernel } from './kernel.ts'
import type { Work } from './work/work.ts'

export type Change = { agency_id: string; noun: string; thing: string }
/** One watcher a process: it reads what was committed and tells the streams, whichever process wrote it. */
export type Live = {
  /** "hello", then the changes of one agency, until the page goes, the session ends or the server stops. */
  of(agency: string, session: string, signal: AbortSignal | undefined): AsyncIterable<Change>
}

const visible = { person: 'person.read', invitation: 'invitation.read' } as const

/** Whoever may not be here is told so at once; the stream ends when they may not any more: signed out, deactivated, or the server stops. */
export async function changesFor(visit: Visit, signal: AbortSignal | undefined) {
  const { works, login, agency, action, request } = visit
  if (!login) throw signedOut()
  const ask = <T>(todo: (work: Work) => Promise<T>) =>
    works.as({ agency, login: login.id, action, writes: false, request }, (work) => {
      work.enter('agency.read')
      return todo(work)
    })
  await ask(async () => {})
  return told(visit, ask, signal)
}

type Ask = <T>(todo: (work: Work) => Promise<T>) => Promise<T>
async function* told(visit: Visit, ask: Ask, signal: AbortSignal | undefined) {
  for await (const change of visit.live.of(visit.agency, visit.login!.session, signal)) {
    // The first word is asked like a change of rights: who had to leave just before it was listened to does not stay.
    if (change.noun === 'rights' || change.noun === 'hello') {
      const here = await ask(async () => true).catch(ended)
      if (!here) return
      yield { noun: change.noun }
    } else if (change.noun in visible) {
      const seen = await ask((work) => work.load(visible[change.noun as keyof typeof visible], change.thing)).catch(unseen)
      if (seen === 'ended') return
      if (seen) yield { noun: change.noun, id: change.thing }
    } else if (change.noun === 'agency') yield { noun: 'agency', id: change.thing }
  }
}

const ended = (error: unknown) => {
  if (error instanceof Refusal && error.status < 500) return false as const
  throw error
}
const unseen = (error: unknown) => {
  if (!(error instanceof Refusal) || error.status >= 500) throw error
  return error.status === 401 ? ('ended' as const) : null
}

export const liveApi = ({ live }: Kernel) => ({
  changes: live.changes.handler(({ context, signal }) => changesFor(context, signal)),
})
