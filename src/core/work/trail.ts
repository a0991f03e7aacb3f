// What a work leaves behind besides its rows: audit lines, "this changed" for open pages, letters. All commit with the work, or none does.
import { createHash, randomUUID, randomUUIDv7 } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { nounOf } from '#policy/policy.ts'
import type { Said } from '../errors.ts'
import type { Letter } from '../letters/letter.ts'
import type { Actor } from './actor.ts'

export const newId = () => randomUUIDv7()
export type Trail = ReturnType<typeof makeTrail>
type Who = Pick<Actor, 'id' | 'level' | 'name'>
type Thing = { id?: string; name?: string | null; email?: string | null }
/** One line of the audit, as it is hashed. */
export type AuditLine = {
  seq: number
  at: string
  agency: string
  actor: { id: string; name: string; level: string } | null
  action: string
  decision: 'allowed' | 'refused'
  noun: string
  thing: { id: string; name: string | null } | null
  details: Record<string, unknown>
  request: string | null
  /** Where it came from: an IPv4 address or an IPv6 /64. Lines of earlier versions do not say. */
  source?: string | null
}

export const hashLine = (previous: string, line: string) => createHash('sha256').update(previous).update(line).digest('hex')

export function makeTrail(asking: { agency: string; request?: string; source?: string; at?: Date }, db: Kysely<Tables>) {
  const lines: Omit<AuditLine, 'seq' | 'at' | 'agency' | 'actor' | 'request' | 'source'>[] = []
  const changes: { noun: string; thing: string }[] = []
  const letters: Letter[] = []
  let who: Who | null = null
  return {
    by(actor: Who) {
      who = actor
    },
    /** Says what was done, to what. */
    record(action: string, thing: Thing | null, details: Record<string, unknown> = {}, noun = nounOf(action)) {
      lines.push({ action, decision: 'allowed', noun, thing: named(thing), details })
    },
    refused({ action = '', code, message }: Said, thing: object | undefined) {
      lines.push({ action, decision: 'refused', noun: nounOf(action), thing: named((thing as Thing) ?? null), details: { code, message } })
    },
    /** Tells open pages to look again. `rights`: everybody of the agency asks anew what they may do. */
    changes(noun: string, thing: string) {
      changes.push({ noun, thing })
    },
    send(letter: Letter) {
      letters.push(letter)
    },
    get changed() {
      return changes.length + letters.length > 0
    },
    /** Last thing before the commit, so that the head of the chain is held for the shortest time. */
    async write() {
      if (letters.length)
        await db
          .insertInto('outbox')
          .values(
            letters.map(({ to, subject, html, text }) => ({
              agency_id: asking.agency,
              id: newId(),
              recipient: to,
              subject,
              body: JSON.stringify({ html, text }),
              created_at: asking.at,
            })),
          )
          .execute()
      if (changes.length)
        await db
          .insertInto('change')
          .values(changes.map((change) => ({ agency_id: asking.agency, id: newId(), ...change })))
          .execute()
      if (lines.length) await chain()
    },
  }

  async function chain() {
    const head = await db
      .updateTable('audit_head')
      .set((now) => ({ seq: now('seq', '+', lines.length) }))
      .where('agency_id', '=', asking.agency)
      .returning(['seq', 'hash'])
      .executeTakeFirstOrThrow()
    let { hash } = head
    const at = asking.at ?? new Date()
    const actor = who && { id: who.id, name: who.name, level: who.level }
    const rows = lines.map((said, i) => {
      const seq = head.seq - lines.length + 1 + i
      const line = JSON.stringify({
        seq,
        at: at.toISOString(),
        agency: asking.agency,
        actor,
        ...said,
        request: asking.request ?? null,
        source: asking.source ?? null,
      } satisfies AuditLine)
      hash = hashLine(hash, line)
      const { action, decision, noun, thing } = said
      return {
        agency_id: asking.agency,
        seq,
        at,
        actor_id: actor?.id ?? null,
        action,
        decision,
        noun,
        thing_id: thing?.id ?? null,
        line,
        hash,
      }
    })
    await db.insertInto('audit').values(rows).execute()
    await db.updateTable('audit_head').set({ hash }).where('agency_id', '=', asking.agency).execute()
  }
}

const named = (thing: Thing | null) => (thing?.id ? { id: thing.id, name: thing.name ?? thing.email ?? null } : null)
export const requestId = () => randomUUID().slice(0, 13)
