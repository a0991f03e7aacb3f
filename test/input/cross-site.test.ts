// Another site's page can send requests with our cookie. None of them does anything.
import { afterAll, describe, expect, test } from 'vitest'
import type { Kind } from '#db/tables.ts'
import { openTestHouse, origin } from '../house/house.ts'
import { ask, call, cookie } from '../routes/ask.ts'
import { exampleOf, prepare, targets } from '../routes/expected.ts'
import { ofAgency, open, request, writes } from '../routes/operations.ts'
import { actors, outside, stage } from '../routes/stage.ts'

const house = await openTestHouse({ trustedProxies: 1 })
const seen = outside()
afterAll(async () => {
  await seen.end()
  await house.close()
})

type Headers = Record<string, string>
/** What a browser says of a request that another site made, and what old browsers leave out. */
const foreign: Record<string, { headers: Headers; body?: (json: string) => string }> = {
  'a page of another site': { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } },
  'another site that hides where it is': { headers: { 'sec-fetch-site': 'cross-site', origin: 'null' } },
  'another site that says our origin': { headers: { 'sec-fetch-site': 'cross-site', origin } },
  'a neighbour of the same site': { headers: { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost:3000' } },
  'an address that was typed': { headers: { 'sec-fetch-site': 'none', origin: '' } },
  'an old browser on another site': { headers: { origin: 'https://evil.example' } },
  'an old browser that hides it': { headers: { origin: 'null' } },
  'our name as a part of another': { headers: { origin: `${origin}.evil.example` } },
  'our name with another port': { headers: { origin: 'http://localhost:3001' } },
  'our name with another scheme': { headers: { origin: 'https://localhost:3000' } },
  'a cookie and nothing else': { headers: { origin: '' } },
  'JSON that is called text': { headers: { 'content-type': 'text/plain' } },
  'JSON that is called a form': { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  'a form': { headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }, body: () => 'level=admin' },
  'a form with parts': {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: (json) => `--x\r\ncontent-disposition: form-data; name="data"\r\n\r\n${json}\r\n--x--`,
  },
  XML: { headers: { 'content-type': 'text/xml' }, body: () => '<level>admin</level>' },
  'JSON without a type': { headers: { 'content-type': '' } },
  'a type that begins like JSON': { headers: { 'content-type': 'application/jsonp' } },
}
const without = (headers: Headers) => Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))

async function send(method: string, path: string, input: unknown, how: (typeof foreign)[string], cookie?: string) {
  const json = JSON.stringify(input ?? {})
  const body = new TextEncoder().encode(how.body?.(json) ?? json)
  const headers = without({
    origin,
    'content-type': 'application/json',
    'content-length': String(body.length),
    ...(cookie && { cookie }),
    ...how.headers,
  })
  const answer = await house.app.fetch(new Request(origin + path, { method, headers, body }))
  return { status: answer.status, body: (await answer.json()) as { code: string } }
}

describe.each(['media', 'staffing'] as Kind[])('%s', async (kind) => {
  const at = await stage(house, kind)
  const top = actors[kind].at(-1)!
  const here = ofAgency.filter((one) => !one.kind || one.kind === kind)

  test.each(here.filter(writes))('$method $path is not done for another site [guarantee H1]', async (operation) => {
    const at = await stage(house, kind)
    const { input } = await prepare(seen, at, operation, targets(at, operation, top)[0]!)
    const { method, path, body } = request(operation, input)
    const before = await seen.fingerprint(at.id)
    for (const [who, how] of Object.entries(foreign)) {
      const answer = await send(method, `/api/agencies/${at.id}${path}`, body, how, cookie(at, top))
      expect([answer.status, answer.body.code], `${operation.name} by ${who}`).toEqual(
        answer.status === 403 ? [403, 'cross_site'] : [415, 'json_only'],
      )
    }
    expect(await seen.fingerprint(at.id), operation.name).toEqual(before)
    // The control: the very same request from our own page is done.
    const ours = await send(
      method,
      `/api/agencies/${at.id}${path}`,
      body,
      { headers: { 'sec-fetch-site': 'same-origin' } },
      cookie(at, top),
    )
    expect([200, ...(exampleOf(operation).also ? [409, 410, 422] : [])], JSON.stringify(ours.body)).toContain(ours.status)
  })

  test('no reading changes anything, whoever reads [guarantee H1]', async () => {
    const listening = await openTestHouse()
    const sent: string[] = []
    for (const pool of [listening.pools.app, listening.pools.login, listening.pools.door])
      pool.on('connect', (client) => {
        const query = client.query as (...asked: unknown[]) => unknown
        client.query = ((asked: string | { text: string }, ...more: unknown[]) => {
          sent.push(typeof asked === 'string' ? asked : asked.text)
          return query.call(client, asked, ...more)
        }) as never
      })
    const before = await seen.fingerprint(at.id)
    for (const operation of here.filter((one) => !writes(one)))
      for (const actor of actors[kind]) {
        const { input } = await prepare(seen, at, operation, targets(at, operation, actor)[0]!)
        await call(listening, at.id, operation, input, cookie(at, actor))
      }
    for (const path of ['/api/session', '/api/session/devices', '/healthz', '/readyz', '/api/openapi.json', '/'])
      for (const actor of actors[kind]) await ask(listening, { method: 'GET', path, cookie: cookie(at, actor) })
    await listening.close()
    expect(
      sent.filter((text) =>
        /\b(insert|update|delete|truncate|merge|copy|create|alter|drop|notify)\b/i.test(
          text.replace(/for (no key )?update|"updated_\w+"/gi, ''),
        ),
      ),
    ).toEqual([])
    expect(sent.filter((text) => text.startsWith('begin')).every((text) => text.includes('read only'))).toBe(true)
    expect(sent.length).toBeGreaterThan(300)
    expect(await seen.fingerprint(at.id)).toEqual(before)
  })
})

test('what is open to everybody, and signing in and out, is not done for another site either [guarantee H1]', async () => {
  const at = await stage(house, 'staffing')
  const inputs: [string, string, unknown][] = [
    ...open
      .filter(writes)
      .map(({ method, path }): [string, string, unknown] => [
        method,
        `/api${path.replace('{id}', at.id).replace('{token}', 'x'.repeat(43))}`,
        { kind: 'media' },
      ]),
    ['POST', '/api/auth/sign-in/email', { email: at.people.olive!.email, password: 'a long password' }],
    ['POST', '/api/auth/sign-up/email', { name: 'Eve', email: 'eve@evil.example', password: 'a long password' }],
    ['POST', '/api/auth/sign-out', {}],
    ['POST', '/api/auth/revoke-sessions', {}],
    ['POST', '/api/auth/update-user', { name: 'Eve' }],
    ['POST', '/api/auth/request-password-reset', { email: at.people.olive!.email }],
  ]
  const before = await seen.fingerprint(at.id)
  for (const [method, path, body] of inputs)
    for (const [who, how] of Object.entries(foreign))
      expect([403, 415], `${method} ${path} by ${who}`).toContain((await send(method, path, body, how, cookie(at, 'olive'))).status)
  expect(await seen.fingerprint(at.id)).toEqual(before)
  const out = await send('POST', '/api/auth/sign-out', {}, { headers: { 'sec-fetch-site': 'same-origin' } }, cookie(at, 'olive'))
  expect(out.status).toBe(200)
  expect(await seen.fingerprint(at.id)).not.toEqual(before)
})

test('a program that is no browser, without a cookie, is not taken for another site', async () => {
  const answer = await send(
    'POST',
    '/api/auth/sign-in/email',
    { email: 'nobody@nowhere.example', password: 'a long password' },
    { headers: { origin: '' } },
  )
  expect(answer).toMatchObject({ status: 401 })
})

test('links in mails lead nowhere else', async () => {
  for (const path of [
    'reset-password/x?callbackURL=https://evil.example',
    'reset-password/x?callbackURL=//evil.example',
    'verify-email?token=x&callbackURL=https://evil.example',
    'error?error=<script>alert(1)</script>',
  ]) {
    const answer = await ask(house, { method: 'GET', path: `/api/auth/${path}` })
    expect(answer.headers.get('location') ?? '', path).not.toMatch(/evil/)
    expect(answer.text, path).not.toContain('<script>alert')
  }
})
