// "Who can": people the asker may see, for whom the same table says yes to the same act on the same record.
import { sql } from 'kysely'
import { type Cell, isCondition } from '#policy/condition.ts'
import { Refusal, type WhoCan } from '../errors.ts'
import type { Visit } from '../guard.ts'
import { actorOf } from '../work/actor.ts'
import type { Work } from '../work/work.ts'

const candidates = 200 // the best placed first; nobody reads further than five

/** Up to five people, best placed first; levels without names when the asker may see nobody else. */
export async function whoCan(work: Work, action: string, record: object = {}, given?: Record<string, unknown>): Promise<WhoCan[]> {
  const { policy, levels, switches } = work.portal
  const able = levels.filter((level) => mayEver(policy.row(action as never).cells[level.name]!))
  const title = (name: string) => levels.find((level) => level.name === name)?.title ?? name
  const people = await work.list('person.read', (rows) =>
    rows
      .where('person.status', '=', 'active')
      .where('person.registered', '=', true)
      .where('person.side', '=', 'team')
      .orderBy(sql`array_position(array['administrator','admin'], person.level)`)
      .orderBy(sql`person.seen_at desc nulls last`)
      .limit(candidates),
  )
  const named = people
    .filter((person) => person.id !== work.me.id)
    .map((person) => actorOf(person, work.agency, switches, work.me.now))
    .filter((actor) => policy.could(actor, action as never, { agency_id: work.me.agency_id, ...record }, { given }) === null)
    .map((actor) => ({ id: actor.id, name: actor.name, title: title(actor.level), seen: actor.seen_at?.toISOString() ?? null }))
  const seesColleagues = people.some((person) => person.id !== work.me.id)
  if (seesColleagues) return named.slice(0, 5)
  return able.map((level) => ({ title: level.title }))
}

const mayEver = (cell: Cell) => cell === true || isCondition(cell)

/** Before a refusal leaves: levels become the names of people, as far as this person may see them. */
export async function namesWhoCan(visit: Visit, refusal: Refusal): Promise<Refusal> {
  const { action } = refusal.said
  if (!action || !visit.login) return refusal
  const { agency, login, request } = visit
  try {
    const whoCanDo = await visit.works.as({ agency, login: login.id, action: 'agency.read', writes: false, request }, async (work) => {
      work.enter('agency.read')
      return whoCan(work, action, refusal.about, refusal.given)
    })
    return new Refusal(refusal.status, { ...refusal.said, whoCan: whoCanDo })
  } catch {
    return refusal
  }
}
