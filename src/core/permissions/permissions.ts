// The rules in force, printed for people: the whole table, one person's column, one refusal.
import { type Cell, nounOf } from '#policy/policy.ts'
import { forbidden, notFound } from '../errors.ts'
import { levelOf } from '../portal.ts'
import { actorOf } from '../work/actor.ts'
import { answersFor } from '../work/answers.ts'
import type { Work } from '../work/work.ts'
import { whoCan } from './who-can.ts'

const kindOf = (cell: Cell) =>
  cell === true ? ('yes' as const) : cell === false || 'no' in (cell as object) ? ('no' as const) : ('condition' as const)

export function matrix(work: Work) {
  work.require('permission.read')
  const { policy } = work.portal
  const levels = policy.levels.map((name) => ({ name, title: levelOf(work.portal, name).title }))
  const rows = policy.actions.map((action) => {
    const { area, can, source, cells } = policy.row(action)
    return {
      action,
      area,
      can,
      source,
      cells: levels.map(({ name }) => ({ level: name, words: policy.words(cells[name]!), kind: kindOf(cells[name]!) })),
      refusals: Object.fromEntries(levels.flatMap(({ name }) => refusalOf(work, name, action))),
    }
  })
  return { levels, rows }
}

/** What somebody of this level would read, on a record that is not theirs. */
function refusalOf({ portal, me }: Work, level: string, action: string) {
  const stranger = { id: crypto.randomUUID(), agency_id: me.agency_id, level, switches: [] }
  const no = portal.policy.decide(stranger, action as never, { agency_id: me.agency_id })
  return no ? [[level, { status: forbidden(no).status, code: no.code, message: no.message }]] : []
}

/** One person's column, with their switches: could they ever, and if not, why not. */
export async function permissionsOf(work: Work, id: string) {
  const person = await work.load('person.read', id)
  const { policy, switches } = work.portal
  const actor = actorOf(person, work.agency, switches, work.me.now)
  const answers = answersFor(policy, actor, work.me)
  const abilities = policy.abilities(actor) as Record<string, unknown>
  return policy.actions.map((action) => {
    const { area, can, cells } = policy.row(action)
    const no = answers.ever(action)
    const [cell, always] = [cells[actor.level]!, abilities[action] === true]
    const kind = no ? ('no' as const) : always ? ('yes' as const) : ('condition' as const)
    // A switch that is on makes a condition a plain yes, with its reason.
    const yes = kindOf(cell) === 'yes' ? 'Yes' : `Yes: ${policy.words(cell).replace(/^if /, '')}`
    return { action, area, can, kind, words: no ? no.message : always ? yes : capital(policy.words(cell)) }
  })
}
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The card behind a lock: the same sentence the server would answer, and who can. */
export async function explain(work: Work, action: string, id: string | undefined) {
  work.enter('agency.read')
  const { policy } = work.portal
  if (!policy.actions.includes(action as never)) throw notFound('action')
  const noun = nounOf(action)
  const record =
    id && noun in loadable
      ? await work.load(loadable[noun as keyof typeof loadable], id)
      : id === undefined
        ? undefined
        : id === work.agency.id
          ? work.agency
          : {}
  const answers = answersFor(policy, work.me)
  const no = record ? answers.could(action as never, { agency_id: work.me.agency_id, ...record }) : answers.ever(action)
  if (!no) return { allowed: true, code: 'allowed', message: 'You can do this.', action }
  return { allowed: false, code: no.code, message: no.message, action, whoCan: await whoCan(work, action, record ?? {}) }
}
const loadable = { person: 'person.read', invitation: 'invitation.read' } as const
