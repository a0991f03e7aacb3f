// Bad input: a sentence and a code, nothing changed, and never a 500.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kind } from '#db/tables.ts'
import { openTestHouse } from '../house/house.ts'
import { ask, call, cookie, type Said } from '../routes/ask.ts'
import { prepare, targets } from '../routes/expected.ts'
import { fieldsOf, namesIn, type Operation, ofAgency, open, request, writes } from '../routes/operations.ts'
import { actors, outside, type Stage, stage } from '../routes/stage.ts'
import { bodies, queries, values } from './wrong.ts'

const house = await openTestHouse({ trustedProxies: 1 })
const seen = outside()
let counted = 0
afterAll(async () => {
  console.log(`Counts: ${counted} bad inputs.`)
  await seen.end()
  await house.close()
})
const sizes = [Object.getOwnPropertyNames(Object.prototype).length, Object.getOwnPropertyNames(Array.prototype).length]

/** A refusal somebody can read: 4xx, a stable code, one sentence. */
function expectRefusal({ status, body, text }: Said, story: string) {
  counted++
  expect(status, `${story} -> ${status} ${text.slice(0, 200)}`).toBeGreaterThanOrEqual(400)
  expect(status, `${story} -> ${status} ${text.slice(0, 200)}`).toBeLessThan(500)
  expect(body, story).toMatchObject({ code: expect.stringMatching(/^[a-zA-Z][\w.]+$/), message: expect.stringMatching(/\S/) })
}

describe.each(['media', 'staffing'] as Kind[])('%s', (kind) => {
  let at: Stage
  const top = actors[kind].at(-1)!
  beforeAll(async () => {
    at = await stage(house, kind)
  })
  const here = ofAgency.filter((one) => !one.kind || one.kind === kind)
  const good = async (operation: Operation) => (await prepare(seen, at, operation, targets(at, operation, top)[0]!)).input

  test.each(here.filter((one) => one.input))(
    '$method $path: a wrong value in any field is refused and changes nothing',
    async (operation) => {
      const input = await good(operation)
      const before = await seen.fingerprint(at.id)
      const kept: Record<string, unknown>[] = []
      const fits = (candidate: object) => operation.input!.safeParse(operation.method === 'GET' ? asText(candidate) : candidate).success
      for (const field of fieldsOf(operation))
        for (const value of values) {
          if (namesIn(operation.path).includes(field) && !fitsAPath(value)) continue
          const wrong = { ...input, [field]: operation.method === 'GET' && value !== null ? String(value) : value }
          if (fits(wrong)) kept.push(wrong)
          else
            expectRefusal(
              await call(house, at.id, operation, wrong, cookie(at, top)),
              `${operation.name} ${field} ${JSON.stringify(value)?.slice(0, 60)}`,
            )
        }
      expect(await seen.fingerprint(at.id), operation.name).toEqual(before)
      // What has a good shape may be done or refused, but it never breaks anything.
      for (const odd of kept) {
        const answer = await call(house, at.id, operation, odd, cookie(at, top))
        counted++
        expect(answer.status, `${operation.name} ${JSON.stringify(odd).slice(0, 300)} -> ${answer.text}`).toBeLessThan(500)
      }
    },
  )

  test.each(here.filter(writes))('$method $path: what is no JSON object is refused and changes nothing', async (operation) => {
    const { method, path } = request(operation, await good(operation))
    const before = await seen.fingerprint(at.id)
    for (const body of bodies)
      expectRefusal(
        await ask(house, { method, path: `/api/agencies/${at.id}${path}`, body, cookie: cookie(at, top) }),
        `${operation.name} ${String(body).slice(0, 60)}`,
      )
    expect(await seen.fingerprint(at.id)).toEqual(before)
  })

  test.each(here.filter((one) => !writes(one) && !one.streams))(
    '$method $path: forged queries are refused, or not read at all',
    async (operation) => {
      const { path } = request(operation, await good(operation))
      const bare = path.split('?')[0]!
      for (const query of queries) {
        const answer = await ask(house, { method: 'GET', path: `/api/agencies/${at.id}${bare}?${query}`, cookie: cookie(at, top) })
        counted++
        expect(answer.status, `${operation.name}?${query.slice(0, 80)} -> ${answer.text.slice(0, 200)}`).toBeLessThan(500)
        if (/^(most|after)/.test(query) && fieldsOf(operation).includes('most'))
          expectRefusal(answer, `${operation.name}?${query.slice(0, 80)}`)
        if (answer.status >= 400) expectRefusal(answer, query)
      }
    },
  )

  test.each(here.filter((one) => namesIn(one.path).includes('id')))('$method $path: what is no id is refused', async (operation) => {
    const before = await seen.fingerprint(at.id)
    for (const id of [
      'x',
      '0',
      '-',
      '%00',
      '%ff',
      '%F0%9F%98%80',
      '__proto__',
      'constructor',
      '00000000-0000-0000-0000-000000000000',
      at.person.one.slice(1),
      `${at.person.one}0`,
      `{${at.person.one}}`,
      'x'.repeat(5000),
      "'--",
    ]) {
      const input = await good(operation)
      const { method, path, body } = request({ ...operation, path: operation.path.replace('{id}', id) }, input)
      expectRefusal(
        await ask(house, { method, path: `/api/agencies/${at.id}${path}`, body, cookie: cookie(at, top) }),
        `${operation.name} ${id.slice(0, 50)}`,
      )
    }
    expect(await seen.fingerprint(at.id)).toEqual(before)
  })
})

test('what is open to everybody refuses bad input as well, and makes nothing of it', async () => {
  const count = async () =>
    (await seen.pool.query('select (select count(*) from login.login) as logins, (select count(*) from login.directory_slug) as agencies'))
      .rows[0]
  const examples: Record<string, Record<string, unknown>> = {
    'session.end': { id: '01a20372-0e04-7a84-9711-7044edd705f4' },
    'founding.found': { kind: 'media', name: 'Bad', zone: 'UTC', currency: 'USD', you: { name: 'Bea' } },
    'acceptance.see': { token: 'x'.repeat(43) },
    'acceptance.accept': { token: 'x'.repeat(43), name: 'Bea', password: 'a long password' },
  }
  const before = await count()
  for (const operation of open.filter(({ input }) => input))
    for (const field of fieldsOf(operation))
      for (const value of values) {
        if (namesIn(operation.path).includes(field) && !fitsAPath(value)) continue
        const { method, path, body } = request(operation, { ...examples[operation.name], [field]: value })
        expectRefusal(
          await ask(house, { method, path: `/api${path}`, body }),
          `${operation.name} ${field} ${JSON.stringify(value)?.slice(0, 60)}`,
        )
      }
  for (const operation of open.filter(writes))
    for (const body of bodies) {
      const { method, path } = request(operation, examples[operation.name])
      expectRefusal(await ask(house, { method, path: `/api${path}`, body }), `${operation.name} ${String(body).slice(0, 60)}`)
    }
  expect((await count()).agencies - before.agencies).toBeLessThan(10) // other files found agencies meanwhile
})

test("sign-in's own operations refuse bad input with a sentence too", async () => {
  for (const path of [
    'sign-in/email',
    'sign-up/email',
    'request-password-reset',
    'reset-password',
    'update-user',
    'change-password',
    'revoke-session',
    'send-verification-email',
  ]) {
    for (const body of bodies)
      expectRefusal(await ask(house, { method: 'POST', path: `/api/auth/${path}`, body }), `${path} ${String(body).slice(0, 60)}`)
    for (const value of values.filter((value) => value !== 'x')) {
      const answer = await ask(house, {
        method: 'POST',
        path: `/api/auth/${path}`,
        body: { name: value, email: value, password: value, token: value, newPassword: value, currentPassword: value },
      })
      expectRefusal(answer, `${path} ${JSON.stringify(value)?.slice(0, 60)}`)
    }
  }
})

test('more than 1 MB is not read', async () => {
  const at = await stage(house, 'media')
  const path = `/api/agencies/${at.id}/people`
  const before = await seen.fingerprint(at.id)
  const big = JSON.stringify({ name: 'x'.repeat(1024 * 1024), email: null, phone: null, title: null, level: 'agent' })
  expect(await ask(house, { method: 'POST', path, body: big, cookie: cookie(at, 'ada') })).toMatchObject({
    status: 413,
    body: { code: 'too_large' },
  })
  const almost = JSON.stringify({ name: 'x'.repeat(1024 * 1024 - 200), email: null, phone: null, title: null, level: 'agent' })
  expect(await ask(house, { method: 'POST', path, body: almost, cookie: cookie(at, 'ada') })).toMatchObject({
    status: 400,
    body: { code: 'bad_input', message: 'name: Write at most 120 characters.' },
  })
  expect(await seen.fingerprint(at.id)).toEqual(before)
})

test('nothing of all this has reached what every object inherits [guarantee N7]', () => {
  expect([Object.getOwnPropertyNames(Object.prototype).length, Object.getOwnPropertyNames(Array.prototype).length]).toEqual(sizes)
  expect(({} as { level?: string }).level).toBeUndefined()
})

/** An address is text without half characters, whatever is meant. */
const fitsAPath = (value: unknown) => typeof value !== 'object' && value !== '' && String(value).isWellFormed()
const asText = (input: object) =>
  Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )
