// In every situation a cell can tell apart: the reasons of switches that are off change sentences and never a decision, and the page says the same.
import { expect, test } from 'vitest'
import type { CoreAction } from '#core/actions.ts'
import type { Switch } from '#core/portal.ts'
import type { Actor, Off } from '#core/work/actor.ts'
import { answersFor, expired } from '#core/work/answers.ts'
import { type Abilities, refusalOf } from '#policy/ability.ts'
import type { Policy } from '#policy/policy.ts'
import { portals } from '../../src/portals.ts'
import { actions, agency, type Case, casesOf } from './worlds.ts'

const now = new Date('2026-11-22T12:00:00Z')
const ended = { until: '2026-11-20T22:00:00Z' }
const switchedOff = { since: '2026-11-16T09:00:00Z', by: 'Ada Novak', by_id: 'ada' }

/** Everybody has every switch, but for those that are off: all ended, all switched off, or one this and the next that. */
const offs: Record<string, (at: number) => object> = {
  ended: () => ended,
  off: () => switchedOff,
  both: (at) => (at % 2 ? ended : switchedOff),
}
const cases = (policy: Policy) =>
  actions(policy).flatMap(([action, level]) =>
    [...casesOf(policy, action, level)].filter(({ record, when }) => record.agency_id === agency && when === 'before'),
  )
function actorOf({ me }: Case, switches: readonly Switch[], how: (at: number) => object) {
  const on = Array.isArray(me.switches) ? (me.switches as string[]) : []
  const off = switches.flatMap((one, at): [string, Off][] =>
    on.includes(one.name) ? [] : [[one.name, { called: one.called, ...how(at) } as Off]],
  )
  return { ...me, off: new Map(off), zone: 'America/New_York', now } as unknown as Actor
}
const known = new Map<string, ReturnType<typeof answersFor>>()
const pages = new Map<string, Abilities>()
function both(policy: Policy, me: Actor, how: string) {
  const key = JSON.stringify([policy.kind, how, me])
  const answers = known.get(key) ?? answersFor(policy as Policy<CoreAction>, me)
  known.set(key, answers)
  const page = pages.get(key) ?? (JSON.parse(JSON.stringify(answers.abilities())) as Abilities)
  pages.set(key, page)
  return { answers, page }
}

for (const { kind, policy: core, switches } of Object.values(portals)) {
  const policy = core as Policy
  for (const [how, off] of Object.entries(offs))
    test(`[media C7] [media C2] ${kind}, ${how}: the page says what the server says, and nothing is decided otherwise`, () => {
      let told = 0
      for (const one of cases(policy)) {
        const me = actorOf(one, switches, off)
        const { answers, page } = both(policy, me, how)
        const [action, { given }] = [one.action as CoreAction, one]
        const { agency_id: _, ...record } = one.record
        const [plain, said] = [policy.decide(me, action, one.record, { given }), answers.decide(action, one.record, { given })]
        const story = JSON.stringify({ ...one, plain, said })
        expect(said === null, story).toBe(plain === null)
        expect(refusalOf(page[action]!, record, given), story).toEqual(said)
        expect(refusalOf(page[action]!, record), story).toEqual(answers.could(action, one.record))
        if (plain?.code === 'not_found') expect(said!.code, story).toBe('not_found')
        if (said && JSON.stringify(said) !== JSON.stringify(plain)) told++
        const over = [...me.off].flatMap(([name, why]) => ('until' in why ? [name] : []))
        const before = { ...me, switches: [...(Array.isArray(me.switches) ? me.switches : []), ...over] }
        const alone = policy.decide(before, action, one.record, { given }) === null
        if (plain && plain.code !== 'not_found') expect(said!.code === expired, story).toBe(alone)
        else expect(said?.code, story).not.toBe(expired)
      }
      expect(told).toBeGreaterThan(kind === 'media' ? 20 : 2)
      console.log(`${kind}, ${how}: ${told} refusals say more`)
    })
}
