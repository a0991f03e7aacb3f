// Every answer says what a browser may do with it: found pages and missing ones, refusals and errors, streams and files.
import fs from 'node:fs'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listen } from '../../src/house.ts'
import { openTestHouse } from '../house/house.ts'
import { ask, cookie } from '../routes/ask.ts'
import { namesIn, ofAgency, open } from '../routes/operations.ts'
import { stage } from '../routes/stage.ts'

const house = await openTestHouse({ trustedProxies: 1 })
const at = await stage(house, 'staffing')
afterAll(() => house.close())

const everywhere: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*microphone=\(\).*geolocation=\(\)/,
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'content-security-policy': /^default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'/,
  'cache-control': /no-store|immutable/,
}
function expectHeaders(headers: Headers, story: string) {
  for (const [name, is] of Object.entries(everywhere)) expect(headers.get(name) ?? '', `${name} of ${story}`).toMatch(is)
  const policy = headers.get('content-security-policy')!
  expect(policy, story).not.toMatch(/unsafe-eval|script-src[^;]*(unsafe-inline|\*|http:|https:|data:)/)
  const type = headers.get('content-type') ?? ''
  if (type.startsWith('text/html') && policy.includes('script-src')) expect(policy, story).toContain("script-src 'self'")
  if (headers.get('cache-control')?.includes('immutable')) expect(headers.has('set-cookie'), story).toBe(false)
}
const files = fs.existsSync('dist/web')
  ? fs.readdirSync('dist/web', { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  : []

test('answers of every operation, of nobody and of somebody [guarantee H6]', async () => {
  let answers = 0
  for (const { method, path, name } of [...ofAgency.map((one) => ({ ...one, path: `/agencies/${at.id}${one.path}` })), ...open])
    for (const who of [undefined, 'tara', 'olive']) {
      const filled = `/api${path.replace(/\{\w+\}/g, () => 'x'.repeat(24))}`
      const answer = await ask(house, { method, path: filled, body: method === 'GET' ? undefined : {}, cookie: who && cookie(at, who) })
      expectHeaders(answer.headers, `${name} by ${who ?? 'nobody'}: ${answer.status}`)
      answers++
    }
  expect(answers).toBeGreaterThan(100)
  expect(namesIn('/people/{id}')).toEqual(['id'])
})

test('pages, files, documents, streams, redirects, and what is not there [guarantee H6]', async () => {
  const agency = `/api/agencies/${at.id}`
  const asked: [string, string, unknown?, Record<string, string>?][] = [
    ['GET', '/'],
    ['GET', '/index.html'],
    ['GET', `/${at.slug}/users`],
    ['GET', '/no/such/page'],
    ['GET', '/missing.js'],
    ['GET', '/favicon.ico'],
    ['POST', '/'],
    ['PUT', '/x'],
    ['HEAD', '/'],
    ['OPTIONS', '/'],
    ['TRACE', '/x'],
    ['GET', '/healthz'],
    ['GET', '/readyz'],
    ['GET', '/api/openapi.json'],
    ['GET', '/api/docs'],
    ['GET', '/api/docs/swagger-ui.css'],
    ['GET', '/api/docs/swagger-ui-bundle.js'],
    ['GET', '/api/docs/start.js'],
    ['GET', '/api/docs/nothing.js'],
    ['GET', '/api/nothing'],
    ['OPTIONS', `${agency}/people`],
    ['HEAD', `${agency}/people`],
    ['GET', `${agency}/changes`],
    ['GET', '/api/agencies/x/me'],
    ['GET', '/api/auth/get-session'],
    ['GET', '/api/auth/nothing'],
    ['POST', '/api/auth/sign-in/email', { email: 'x' }],
    ['POST', '/api/auth/sign-out', {}],
    ['GET', '/api/auth/reset-password/x?callbackURL=/reset'],
    ['GET', '/api/auth/error'],
    ['DELETE', '/api/auth/sign-out'],
    ['GET', '/api/auth/ok'],
    ['POST', `${agency}/people`, 'x'.repeat(1024 * 1024 + 1)],
    ['POST', `${agency}/people`, '{'],
    ['POST', `${agency}/people`, '{}', { 'content-type': 'text/plain' }],
    ['POST', `${agency}/people`, '{}', { 'sec-fetch-site': 'cross-site' }],
    ...files.map((file): [string, string] => ['GET', `/${path.relative('dist/web', path.join(file.parentPath, file.name))}`]),
  ]
  const statuses = new Set<number>()
  for (const [method, path, body, headers] of asked) {
    const answer = await ask(house, {
      method: method === 'TRACE' ? 'PATCH' : method,
      path,
      body,
      headers,
      cookie: path.endsWith('sign-out') ? cookie(at, 'adam') : cookie(at, 'olive'),
    })
    expectHeaders(answer.headers, `${method} ${path}: ${answer.status}`)
    expect(answer.headers.get('access-control-allow-origin'), path).toBeNull()
    expect(answer.headers.get('server') ?? answer.headers.get('x-powered-by'), path).toBeNull()
    statuses.add(answer.status)
  }
  for (const status of [200, 302, 400, 403, 404, 413, 415]) expect([...statuses]).toContain(status)
  const page = await ask(house, { method: 'GET', path: '/' })
  expect(page.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
  expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|style="/)
})

test('what nobody foresaw is answered without a word of it, and with the same headers [guarantee H6] [guarantee L5]', async () => {
  const broken = await openTestHouse()
  const secretWords = 'the inside of the house: password=hunter2'
  broken.works.as = () => Promise.reject(new Error(secretWords))
  broken.pools.login.query = (() => Promise.reject(new Error(secretWords))) as never
  for (const path of [`/api/agencies/${at.id}/people`, '/readyz']) {
    const answer = await ask(broken, { method: 'GET', path, cookie: cookie(at, 'olive') })
    expect(answer.status, path).toBeGreaterThanOrEqual(500)
    expect(answer.text).not.toContain('hunter2')
    expect(answer.text).not.toMatch(/\bat \w+.*:\d+:\d+/)
    expect(answer.body).toMatchObject({ code: expect.any(String), message: expect.stringMatching(/\.$/) })
    expectHeaders(answer.headers, path)
  }
  await broken.close()
})

test('ten thousand strange cookies and authorizations: nobody, and never an error [guarantee L6]', async () => {
  let seed = 7
  const random = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return seed % most
  }
  const good = cookie(at, 'olive')
  const alphabet = [
    ...'abcXYZ019=;,.%"\\ _-+/&<>{}[]()~|^`\'@!?*$#:',
    '\t',
    'é',
    'ÿ',
    '%00',
    '%ff',
    '%',
    'rolecall',
    'sha256.',
    '__Host-rolecall=',
    'rolecall=',
    good.slice(0, 20),
    good.slice(9),
  ]
  const noise = () =>
    Array.from({ length: 1 + random(40) }, () => alphabet[random(alphabet.length)])
      .join('')
      .trim()
  const bent = () => {
    const at = 9 + random(good.length - 9)
    const other = good[at] === 'A' ? 'B' : 'A'
    return [
      good.slice(0, at),
      good.slice(0, at) + other + good.slice(at + 1),
      good.slice(0, 9) + good.slice(at),
      `${good.slice(0, at)};${good.slice(at)}`,
    ][random(4)]!
  }
  const statuses: Record<number, number> = {}
  for (let i = 0; i < 10_000; i++) {
    const kinds: Record<string, string>[] = [
      { cookie: noise() },
      { cookie: `rolecall=${noise()}` },
      { cookie: bent() },
      { authorization: noise() },
      { authorization: `Bearer ${good.slice(9)}` },
      { authorization: `Basic ${noise()}` },
    ]
    const headers = kinds[i % kinds.length]!
    const answer = await house.app.fetch(new Request(`http://localhost:3000/api/agencies/${at.id}/me`, { headers }))
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    await answer.body?.cancel()
  }
  expect(Object.keys(statuses)).toEqual(['401'])
  for (let i = 0; i < 300; i++) {
    const answer = await ask(house, { method: 'GET', path: '/api/auth/get-session', cookie: i % 2 ? noise() : bent() })
    expect(answer.status, answer.text).toBeLessThan(500)
    expect(answer.body?.user ?? null).toBeNull()
  }
  const control = await ask(house, { method: 'GET', path: `/api/agencies/${at.id}/me`, cookie: good })
  expect(control.status).toBe(200)
}, 120_000)

test('bytes that are no request do not bring the server down [guarantee L6]', async () => {
  const server = await listen(house.app, 0, '127.0.0.1')
  const { port } = server.address() as AddressInfo
  const host = `Host: localhost:${port}\r\nConnection: close\r\n`
  const raw = [
    'GET /api/agencies/%zz/me HTTP/1.1\r\n',
    'GET /api/agencies/%ff%fe HTTP/1.1\r\n',
    'GET //evil.example/api HTTP/1.1\r\n',
    'GET /api/../../etc/passwd HTTP/1.1\r\n',
    'GET /../../package.json HTTP/1.1\r\n',
    'GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1\r\n',
    'GET http://evil.example/api/session HTTP/1.1\r\n',
    'GET * HTTP/1.1\r\n',
    'GET api/session HTTP/1.1\r\n',
    'GET /api/session?\\x00 HTTP/1.1\r\n',
    'PROPFIND /api/session HTTP/1.1\r\n',
    'TRACE /api/session HTTP/1.1\r\n',
    'BREW /tea HTTP/1.1\r\n',
    `GET /api/session HTTP/1.1\r\nCookie: rolecall=${'x'.repeat(20_000)}\r\n`,
    'GET /api/session HTTP/1.1\r\nCookie: \xff\xfe\x80\r\n',
    'GET /api/session HTTP/1.1\r\nHost: a b\r\n',
    'GET /api/session HTTP/1.1\r\nHost: evil.example:99999\r\n',
    'GET /api/session HTTP/1.1\r\nX-Forwarded-For: <script>, , ,\r\n',
    'POST /api/agencies HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: -1\r\n',
    'POST /api/agencies HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n',
    'POST /api/agencies HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n0\r\n',
    'POST /api/agencies HTTP/1.1\r\nContent-Type: \r\nContent-Length: 2\r\n\r\n{}',
    `GET /api/session?${'x'.repeat(17_000)} HTTP/1.1\r\n`,
    'GET /api/session HTTP/9.9\r\n',
    '\0\0\0\0',
    'HELO mail\r\n',
  ]
  for (const text of raw) {
    const said = await speak(port, text.includes('\r\n\r\n') ? text.replace('\r\n', `\r\n${host}`) : `${text}${host}\r\n`)
    expect(said, JSON.stringify(text.slice(0, 80))).not.toMatch(/^HTTP\/1\.1 5\d\d/)
    expect(said).not.toMatch(/"dependencies"|root:x:/)
  }
  const alive = await fetch(`http://127.0.0.1:${port}/api/session`)
  expect(alive.status).toBe(200)
  expectHeaders(alive.headers, 'over a real socket')
  const body = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 30; i++) controller.enqueue(new TextEncoder().encode('x'.repeat(100_000)))
      controller.close()
    },
  })
  const flood = await fetch(`http://127.0.0.1:${port}/api/agencies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    duplex: 'half',
  } as never).catch(() => ({ status: 413 }))
  expect(flood.status).toBe(413)
  await new Promise<void>((closed) => server.close(() => closed()))
})

function speak(port: number, text: string) {
  return new Promise<string>((said) => {
    let answer = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')))
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => said(answer))
    socket.setTimeout(1500, () => socket.destroy())
  })
}
