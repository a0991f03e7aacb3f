// Every id in every input, replaced by one that is another agency's, forbidden, gone, or nobody's.
import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '#core/work/trail.ts'
import type { Kind } from '#db/tables.ts'
import { openTestHouse } from '../house/house.ts'
import { ask, call, cookie, type Said } from './ask.ts'
import { expected, prepare, targets } from './expected.ts'
import * as ids from './ids.ts'
import { type Operation, ofAgency, open, writes } from './operations.ts'
import { actors, outside, type Stage, stage } from './stage.ts'

const house = await openTestHouse()
const seen = outside()
const kinds: Kind[] = ['media', 'staffing']
const stages = Object.fromEntries(
  await Promise.all(kinds.map(async (kind) => [kind, [await stage(house, kind), await stage(house, kind)]])),
) as Record<Kind, [Stage, Stage]>
let replaced = 0
afterAll(async () => {
  console.log(`Ids: ${replaced} were replaced.`)
  await seen.end()
  await house.close()
})
const withIds = (operation: Operation, kind: Kind) => operation.kind === undefined || operation.kind === kind

describe.each(kinds)('%s', (kind) => {
  const [here, there] = stages[kind]

  test.each(ofAgency.filter((one) => withIds(one, kind)))(
    "$method $path: another agency's id is nobody's id, byte by byte [guarantee F3] [guarantee F5] [staffing 83]",
    async (operation) => {
      for (const actor of actors[kind]) {
        const mine = await prepare(seen, here, operation, targets(here, operation, actor)[0]!)
        const theirs = await prepare(seen, there, operation, targets(there, operation, actor)[0]!)
        const before = await seen.fingerprint(here.id, there.id)
        for (const place of ids.places(mine.input)) {
          const foreign = String(ids.at(theirs.input, place))
          const random = newId()
          const send = (id: string) => call(house, here.id, operation, ids.withId(mine.input, place, id), cookie(here, actor))
          const [one, other] = [await send(foreign), await send(random)]
          replaced += 2
          expect(
            { status: one.status, text: one.text.replaceAll(foreign, random) },
            `${actor} ${operation.name} ${place.join('.')}`,
          ).toEqual({ status: other.status, text: other.text })
          expect(one.status).toBeLessThan(500)
          expectNothingOf(there, one, foreign)
          if (writes(operation)) expect(one.status).toBeGreaterThanOrEqual(400)
        }
        expect(await seen.fingerprint(here.id, there.id), `${actor} ${operation.name} changed something`).toEqual(before)
      }
    },
  )

  test.each(ofAgency.filter((one) => withIds(one, kind) && writes(one)))(
    '$method $path: one id is mine and the other is not, in a path of another agency [guarantee F3]',
    async (operation) => {
      const top = actors[kind].at(-1)!
      const { input } = await prepare(seen, here, operation, targets(here, operation, top)[0]!)
      const before = await seen.fingerprint(here.id, there.id)
      const answer = await call(house, there.id, operation, input, cookie(here, top))
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found', message: 'There is no such agency.' } })
      expect(await seen.fingerprint(here.id, there.id)).toEqual(before)
    },
  )

  test.each(ofAgency.filter((one) => withIds(one, kind)))(
    '$method $path: somebody one may not see is nobody, and whoever is gone stays gone [guarantee F3]',
    async (operation) => {
      const at = writes(operation) ? await stage(house, kind) : here
      for (const actor of actors[kind].filter((name) => at.people[name]!.id !== at.person.deactivated)) {
        for (const target of targets(at, operation, actor)) {
          const tried = await prepare(seen, at, operation, target)
          if (ids.places(tried.input).length === 0) continue
          const should = await expected(seen, at, operation, actor, tried)
          if (should === 'allowed' || should.status !== 404) continue
          const before = await seen.fingerprint(at.id)
          for (const place of ids.places(tried.input)) {
            const send = (input: object) => call(house, at.id, operation, input as never, cookie(at, actor))
            const [hidden, nobody] = [await send(tried.input), await send(ids.withId(tried.input, place, newId()))]
            replaced += 2
            expect({ status: hidden.status, text: hidden.text }, `${actor} ${operation.name}`).toEqual({
              status: nobody.status,
              text: nobody.text,
            })
          }
          expect(await seen.fingerprint(at.id)).toEqual(before)
        }
      }
    },
  )
})

test("ending somebody else's session is like ending one that is not there [guarantee F3] [guarantee F5]", async () => {
  const [here, there] = stages.staffing
  const end = open.find(({ name }) => name === 'session.end')!
  const { rows } = await seen.pool.query('select id from login.login_session where login_id = any($1)', [
    [there.people.olive!.login, here.people.adam!.login],
  ])
  expect(rows).toHaveLength(2)
  const before = await seen.fingerprint(here.id, there.id)
  const none = await openCall(end, newId(), cookie(here, 'olive'))
  for (const { id } of rows) expect(await openCall(end, id, cookie(here, 'olive'))).toEqual(none)
  expect(none.status).toBe(404)
  expect(await seen.fingerprint(here.id, there.id)).toEqual(before)
})

async function openCall({ method, path }: Operation, id: string, cookie: string) {
  const { status, text } = await ask(house, { method, path: `/api${path.replace('{id}', id)}`, cookie })
  return { status, text }
}

/** No byte of the other agency: neither its ids nor its addresses, which carry its name. */
function expectNothingOf(there: Stage, { text }: Said, sent: string) {
  const marks = [
    there.id,
    there.slug,
    ...Object.values(there.people).flatMap(({ id, login }) => [id, login]),
    ...Object.values(there.invitation),
  ]
  expect(marks.filter((mark) => mark !== sent && text.includes(mark))).toEqual([])
}
