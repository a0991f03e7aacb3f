// Every change leaves its line, and every line tells of a change: who, what, to what, from what to what, by which request.
import { afterAll, describe, expect, test } from 'vitest'
import type { Kind } from '#db/tables.ts'
import { openTestHouse } from '../house/house.ts'
import { call, cookie } from './ask.ts'
import { expected, prepare, targets } from './expected.ts'
import { ofAgency, writes } from './operations.ts'
import { actors, outside, type Stage, stage } from './stage.ts'

const house = await openTestHouse()
const seen = outside()
afterAll(async () => {
  await seen.end()
  await house.close()
})
type Line = { seq: number; actor_id: string; action: string; decision: string; thing_id: string | null; line: string; at: Date }
const linesAfter = async (at: Stage, seq: number) =>
  (await seen.pool.query<Line>('select * from rolecall.audit where agency_id = $1 and seq > $2 order by seq', [at.id, seq])).rows
const last = async (at: Stage) =>
  Number((await seen.pool.query('select max(seq) as seq from rolecall.audit where agency_id = $1', [at.id])).rows[0].seq)
const rows = async (at: Stage) => (await seen.fingerprint(at.id)).filter((print) => !/^(audit|sessions) /.test(print))
/** What they change is no row of the agency: sessions end, a letter of sign-in leaves. */
const elsewhere = ['people.endSessions', 'people.sendReset']

describe.each(['media', 'staffing'] as Kind[])('%s', (kind) => {
  test.each(ofAgency.filter((one) => writes(one) && (!one.kind || one.kind === kind)))(
    '$method $path: a change and its line are there together, or neither is [guarantee L1]',
    async (operation) => {
      const at = await stage(house, kind)
      let changes = 0
      for (const actor of actors[kind].slice(1))
        for (const target of targets(at, operation, actor).slice(0, 4)) {
          const tried = await prepare(seen, at, operation, target)
          const should = await expected(seen, at, operation, actor, tried)
          const [seq, before] = [await last(at), await rows(at)]
          const answer = await call(house, at.id, operation, tried.input, cookie(at, actor))
          const changed = JSON.stringify(await rows(at)) !== JSON.stringify(before)
          const lines = await linesAfter(at, seq)
          const story = `${actor} ${operation.name} -> ${answer.status} ${answer.text.slice(0, 120)}`
          const done = lines.filter(({ decision }) => decision === 'allowed')
          expect(done.length > 0, story).toBe(changed || (elsewhere.includes(operation.name) && answer.status === 200))
          if (should !== 'allowed' && should.status === 403)
            expect(
              lines.map(({ action, decision }) => [action, decision]),
              story,
            ).toEqual([[operation.action, 'refused']])
          if (answer.status >= 400) expect(done, story).toEqual([])
          if (changed) changes++
          for (const one of lines) {
            const line = JSON.parse(one.line)
            expect(one.actor_id, story).toBe(at.people[actor]!.id)
            expect(line.request, story).toBe(answer.headers.get('x-request-id'))
            expect(Math.abs(Date.now() - new Date(line.at).getTime())).toBeLessThan(30_000)
            expect(line.at).toMatch(/Z$/)
            expect(one.line, story).not.toMatch(/token|"hash|"password|secret/i)
          }
          if (done.length) {
            expect(
              done.map(({ action }) => action),
              story,
            ).toContain(operation.action)
            if (tried.example.about === 'person')
              expect(done.find(({ action }) => action === operation.action)!.thing_id, story).toBe(target)
          }
        }
      if (!elsewhere.includes(operation.name) && !['people.here', 'switches.preview', 'people.restore'].includes(operation.name))
        expect(changes).toBeGreaterThan(0)
    },
  )
})
