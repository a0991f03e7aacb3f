// Activity: who did what to whom, allowed and refused.
import type { z } from 'zod'
import type { AuditLine } from '../work/trail.ts'
import type { Work } from '../work/work.ts'
import type { auditContract } from './audit.contract.ts'
import { firstBadRow } from './chain.ts'

type Asked = z.infer<NonNullable<(typeof auditContract.list)['~orpc']['inputSchema']>>

export async function listActivity(work: Work, { most, after, actor, thing, act, decision, from, until }: Asked) {
  const { zone } = work.agency
  const rows = await work.list('audit.read', (all) =>
    all
      .$if(actor !== undefined, (q) => q.where('audit.actor_id', '=', actor!))
      .$if(thing !== undefined, (q) => q.where('audit.thing_id', '=', thing!))
      .$if(act !== undefined, (q) => q.where('audit.action', '=', act!))
      .$if(decision !== undefined, (q) => q.where('audit.decision', '=', decision!))
      .$if(from !== undefined, (q) => q.where('audit.at', '>=', dayStart(from!, zone)))
      .$if(until !== undefined, (q) => q.where('audit.at', '<', dayStart(until!, zone, 1)))
      .$if(after !== undefined, (q) => q.where('audit.seq', '<', Number(after)))
      .orderBy('audit.seq', 'desc')
      .limit(most + 1),
  )
  const page = rows.slice(0, most)
  return { entries: page.map((row) => entry(work, row)), next: rows.length > most ? String(page.at(-1)!.seq) : null }
}

/** A day begins when it does where the agency is, also on the nights the clock is changed. */
const dayStart = (day: string, zone: string, later = 0) =>
  new Date(Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).epochMilliseconds)

function entry({ portal }: Work, row: { line: string; hash: string }) {
  const { seq, at, actor, action, decision, noun, thing, details, source = null } = JSON.parse(row.line) as AuditLine
  const says = portal.policy.actions.includes(action as never) ? portal.policy.row(action as never).can : (other[action] ?? action)
  return { seq, at: new Date(at), actor, action, says, decision, noun, thing, details, source, hash: row.hash }
}
const other: Record<string, string> = {
  'agency.create': 'create the agency',
  'invitation.accept': 'accept the invitation',
  'person.register': 'register',
  'agency.keep': 'let another Admin keep the agency',
}

/** Walks the whole chain of this agency, a thousand lines at a time. */
export async function checkChain(work: Work) {
  work.enter('audit.read')
  const lines = (after: number) => work.list('audit.read', (all) => all.where('audit.seq', '>', after).orderBy('audit.seq').limit(1000))
  return firstBadRow(lines, () =>
    work.db.selectFrom('audit_head').select(['seq', 'hash']).where('agency_id', '=', work.me.agency_id).executeTakeFirst(),
  )
}
