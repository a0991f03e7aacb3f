// The first wall is taken down: the policy answers yes to everything, and no statement says whose rows it means.
// What is left is row level security, and it has to hold alone.
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Portal } from '#core/portal.ts'
import type { Kind } from '#db/tables.ts'
import type * as Rooms from '../../src/portals.ts'
import { openTestHouse, type TestHouse } from '../house/house.ts'
import { call, cookie } from './ask.ts'
import { prepare, targets } from './expected.ts'
import * as ids from './ids.ts'
import { type Operation, ofAgency } from './operations.ts'
import { actors, outside, type Stage, stage } from './stage.ts'

const wall = vi.hoisted(() => ({ down: false }))
vi.mock('../../src/portals.ts', async (original) => {
  const rooms = await original<typeof Rooms>()
  const saysYes = ({ policy, ...portal }: Portal) => {
    const yes =
      <K extends 'decide' | 'could' | 'ever'>(name: K) =>
      (...asked: never[]) =>
        wall.down ? null : (policy[name] as (...asked: never[]) => unknown)(...asked)
    const filter = (...asked: never[]) => (wall.down ? sql`true` : (policy.filter as (...asked: never[]) => unknown)(...asked))
    return { ...portal, policy: { ...policy, decide: yes('decide'), could: yes('could'), ever: yes('ever'), filter } }
  }
  return { ...rooms, portals: Object.fromEntries(Object.entries(rooms.portals).map(([kind, portal]) => [kind, saysYes(portal)])) }
})

const inline = ({ text, values }: NonNullable<typeof last>) =>
  text.replace(/\$(\d+)/g, (_, n) => literal(values[n - 1])).replace(/limit '(\d+)'/, 'limit 10000')
const literal = (value: unknown) =>
  value === null ? 'null' : pg.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : String(value))
/** Every "agency_id = $1" of a statement becomes true; who asks is still found by it. */
const unsaid = (text: string) =>
  text
    .replace(/(?:"?\w+"?\.)?"?agency_id"? = (\$\d+)/g, '($1::text is not null)')
    .replace(/"agency"\."id" = (\$\d+)/g, '($1::text is not null)')
let last: { text: string; values: unknown[] } | undefined
const query = pg.Client.prototype.query as (this: pg.Client, ...asked: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, asked: { text?: string; name?: string }, ...more: unknown[]) {
  const rewritten = wall.down && asked?.text && asked.name !== 'me' && isOfTheApp(this) ? unsaid(asked.text) : asked?.text
  if (rewritten === asked?.text) return query.call(this, asked, ...more)
  if (/from "person"[\s\S]*limit/.test(rewritten!)) last = { ...(asked as { values: unknown[] }), text: rewritten! }
  return query.call(this, { ...asked, text: rewritten, name: undefined }, ...more)
} as never
const isOfTheApp = (client: pg.Client) =>
  (client as unknown as { connectionParameters: { application_name?: string } }).connectionParameters.application_name === 'rolecall_app'

const house: TestHouse = await openTestHouse()
const seen = outside()
const kinds: Kind[] = ['media', 'staffing']
const stages = Object.fromEntries(
  await Promise.all(kinds.map(async (kind) => [kind, [await stage(house, kind), await stage(house, kind)]])),
) as Record<Kind, [Stage, Stage]>
afterAll(async () => {
  pg.Client.prototype.query = query as never
  await seen.end()
  await house.close()
})
async function withoutTheFirst<T>(todo: () => Promise<T>) {
  wall.down = true
  try {
    return await todo()
  } finally {
    wall.down = false
  }
}

describe.each(kinds)('%s', (kind) => {
  const [here, there] = stages[kind]
  let sent = '' // what was written here oneself comes back

  test('the first wall is really down: the weakest may do what the table refuses', async () => {
    const weakest = kind === 'staffing' ? 'tara' : 'agnes'
    const list = ofAgency.find(({ name }) => name === 'people.list')!
    expect((await call(house, here.id, list, {}, cookie(here, weakest))).status).toBe(403)
    const answer = await withoutTheFirst(() => call(house, here.id, list, {}, cookie(here, weakest)))
    expect(answer.status).toBe(200)
    expect(answer.body.people.length).toBeGreaterThan(3)
    const found = answer.body.people.map(({ id }: { id: string }) => id)
    // The very same statement, asked by somebody without the wall, finds the other agency's people.
    const { rows } = await seen.pool
      .query(`set search_path = rolecall; ${inline(last!)}`)
      .then((all) => (all as unknown as pg.QueryResult[])[1]!)
    expect(rows.map(({ id }) => id)).toContain(there.person.one)
    expect(found).not.toContain(there.person.one)
  })

  test.each(ofAgency.filter((one) => !one.kind || one.kind === kind))(
    '$method $path: with a policy that always says yes, nothing crosses agencies [guarantee F6]',
    async (operation) => {
      for (const actor of [actors[kind][1]!, actors[kind].at(-1)!]) {
        const mine = await prepare(seen, here, operation, targets(here, operation, actor)[0]!)
        const theirs = await prepare(seen, there, operation, targets(there, operation, actor)[0]!)
        const before = await seen.fingerprint(there.id)
        const inputs = [
          mine.input,
          theirs.input,
          ...ids.places(mine.input).map((place) => ids.withId(mine.input, place, ids.at(theirs.input, place))),
        ]
        for (const input of inputs) {
          const answer = await withoutTheFirst(() => call(house, here.id, operation, input, cookie(here, actor)))
          sent += JSON.stringify(input)
          const marks = [there.id, there.slug, ...Object.values(there.people).map(({ id }) => id), ...Object.values(there.invitation)]
          expect(
            marks.filter((mark) => !sent.includes(mark) && answer.text.includes(mark)),
            `${actor} ${operation.name} ${sent}`,
          ).toEqual([])
          expect(answer.status, answer.text).not.toBe(500)
        }
        expect(await seen.fingerprint(there.id), `${operation.name} by ${actor}`).toEqual(before)
      }
    },
  )

  test('in a path of the other agency there is nobody to say yes to [guarantee F6]', async () => {
    const before = await seen.fingerprint(there.id)
    for (const operation of ofAgency) {
      const { input } = await prepare(seen, there, operation as Operation, targets(there, operation, actors[kind].at(-1)!)[0]!)
      const answer = await withoutTheFirst(() => call(house, there.id, operation, input, cookie(here, actors[kind].at(-1)!)))
      expect(answer.status).toBe(404)
    }
    expect(await seen.fingerprint(there.id)).toEqual(before)
  })
})
