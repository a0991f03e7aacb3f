// An error at every statement of every change, one after the other: nothing is half done, and nobody is let in by it.
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import type { Kind } from '#db/tables.ts'
import { portals } from '../../src/portals.ts'
import { openTestHouse } from '../house/house.ts'
import { call, cookie } from '../routes/ask.ts'
import { exampleOf, expected, prepare, targets } from '../routes/expected.ts'
import { ofAgency, writes } from '../routes/operations.ts'
import { actors, outside, stage } from '../routes/stage.ts'

let until = Number.POSITIVE_INFINITY
let failed = 0
const query = pg.Client.prototype.query as (this: pg.Client, ...asked: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, asked: string | { text?: string }, ...more: unknown[]) {
  const text = typeof asked === 'string' ? asked : asked?.text
  const ofTheApp =
    (this as unknown as { connectionParameters: { application_name?: string } }).connectionParameters.application_name === 'rolecall_app'
  if (!ofTheApp || !text || text === 'rollback' || --until !== 0) return query.call(this, asked, ...more)
  failed++
  // The statement fails in the database itself, so the transaction is as broken as it would be.
  return query.call(this, 'select this_column_is_not_there')
} as never
const house = await openTestHouse()
const seen = outside()
afterAll(async () => {
  pg.Client.prototype.query = query as never
  await seen.end()
  await house.close()
})

describe.each(['media', 'staffing'] as Kind[])('%s', (kind) => {
  const here = ofAgency.filter((one) => (!one.kind || one.kind === kind) && !one.streams)

  test.each(here.filter(writes))('$method $path: whichever statement fails, all of it is undone [guarantee L5]', async (operation) => {
    const at = await stage(house, kind)
    const top = actors[kind].at(operation.action === 'person.leave' ? -2 : -1)! // who is at the top may do all, but leave
    const [first, second = first] = targets(at, operation, top)
    const tried = await prepare(seen, at, operation, operation.name === 'people.setSwitch' ? second! : first!)
    const before = await seen.fingerprint(at.id)
    for (let n = 1; ; n++) {
      until = n
      const answer = await call(house, at.id, operation, tried.input, cookie(at, top))
      const reached = until <= 0
      until = Number.POSITIVE_INFINITY
      if (!reached) {
        expect([200, ...(exampleOf(operation).also ? [409, 410, 422] : [])], `${operation.name}: ${answer.text}`).toContain(answer.status)
        expect(n).toBeGreaterThan(4)
        break
      }
      expect(answer.status, `${operation.name}, statement ${n}: ${answer.text}`).toBe(500)
      expect(answer.text).not.toContain('this_column_is_not_there')
      expect(await seen.fingerprint(at.id), `${operation.name}, statement ${n}`).toEqual(before)
    }
  })

  test('whichever statement fails, who may not still may not [guarantee L5]', async () => {
    const at = await stage(house, kind)
    const weak = kind === 'staffing' ? 'tara' : 'agnes'
    const before = await seen.fingerprint(at.id)
    for (const operation of here) {
      const tried = await prepare(seen, at, operation, targets(at, operation, weak)[0]!)
      if ((await expected(seen, at, operation, weak, tried)) === 'allowed') continue
      for (let n = 1; n < 30; n++) {
        until = n
        const answer = await call(house, at.id, operation, tried.input, cookie(at, weak))
        const reached = until <= 0
        until = Number.POSITIVE_INFINITY
        expect(answer.status, `${operation.name}, statement ${n}: ${answer.text}`).toBeGreaterThanOrEqual(400)
        if (!reached) break
      }
    }
    expect(await seen.fingerprint(at.id)).toEqual(before)
    expect(failed).toBeGreaterThan(50)
  })

  test('a policy that throws lets nobody in [guarantee L5]', async () => {
    const at = await stage(house, kind)
    const { policy } = portals[kind]
    let broken = 0
    const whole = { ...policy }
    for (const name of ['decide', 'could', 'ever', 'filter', 'abilities'] as const) {
      for (const operation of here) {
        const top = actors[kind].at(-1)!
        const { input } = await prepare(seen, at, operation, targets(at, operation, top)[0]!)
        const before = await seen.fingerprint(at.id)
        const called = { times: 0 }
        Object.assign(policy, { [name]: () => fail(called) })
        const answer = await call(house, at.id, operation, input, cookie(at, top))
        Object.assign(policy, whole)
        expect(answer.text).not.toContain('policy is broken')
        if (!called.times) continue
        broken++
        expect(answer.status, `${operation.name} when ${name} throws: ${answer.text.slice(0, 200)}`).toBeGreaterThanOrEqual(400)
        expect(await seen.fingerprint(at.id), `${operation.name} when ${name} throws`).toEqual(before)
      }
    }
    expect(broken).toBeGreaterThan(40)
  })
})
function fail(called: { times: number }): never {
  called.times++
  throw new Error('policy is broken')
}
