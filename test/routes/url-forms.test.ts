// One address, many spellings: none of them is a way around the decision.
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../house/house.ts'
import { ask, cookie } from './ask.ts'
import { expected, prepare, targets } from './expected.ts'
import { ofAgency, request } from './operations.ts'
import { outside, stage } from './stage.ts'

const house = await openTestHouse()
const seen = outside()
const at = await stage(house, 'staffing')
afterAll(async () => {
  await seen.end()
  await house.close()
})

type Sent = { method: string; path: string; headers?: Record<string, string> }
const spellings: Record<string, (method: string, path: string) => Sent> = {
  'as it is': (method, path) => ({ method, path }),
  'two slashes': (method, path) => ({ method, path: path.replace('/agencies', '//agencies') }),
  'two slashes inside': (method, path) => ({ method, path: path.replace(/\/([^/?]+)(\?|$)/, '//$1$2') }),
  'a slash at the end': (method, path) => ({ method, path: path.replace(/(\?|$)/, '/$1') }),
  'an encoded slash': (method, path) => ({ method, path: path.replace(/\/([^/?]+)(\?|$)/, '%2F$1$2') }),
  'an encoded letter': (method, path) => ({ method, path: path.replace('/agencies', '/%61gencies') }),
  'an encoded letter inside': (method, path) => ({
    method,
    path: path.replace(/\/([a-z])([a-z-]+)(\?|$)/, (_, a: string, b, c) => `/%${a.charCodeAt(0).toString(16)}${b}${c}`),
  }),
  'twice encoded': (method, path) => ({ method, path: path.replace('/agencies', '/%2561gencies') }),
  'a parameter of the path': (method, path) => ({ method, path: path.replace(/(\?|$)/, ';x=1$1') }),
  'a dot segment': (method, path) => ({ method, path: path.replace('/agencies', '/./agencies') }),
  'up and down again': (method, path) => ({ method, path: path.replace('/agencies', '/auth/../agencies') }),
  'encoded up and down': (method, path) => ({ method, path: path.replace('/agencies', '/auth/%2e%2e/agencies') }),
  'capital letters': (method, path) => ({ method, path: path.replace('/agencies', '/AGENCIES') }),
  'a NUL at the end': (method, path) => ({ method, path: path.replace(/(\?|$)/, '%00$1') }),
  'a backslash': (method, path) => ({ method, path: path.replace('/agencies', '/auth\\..\\agencies') }),
  'an extension': (method, path) => ({ method, path: path.replace(/(\?|$)/, '.json$1') }),
  'another method in a header': (method, path) => ({
    method: method === 'GET' ? 'GET' : 'POST',
    path,
    headers: { 'x-http-method-override': method, 'x-method-override': method },
  }),
  'another method in the query': (method, path) => ({ method: 'POST', path: `${path}${path.includes('?') ? '&' : '?'}_method=${method}` }),
  'another address in a header': (method) => ({
    method,
    path: '/api/session',
    headers: { 'x-original-url': '/api/openapi.json', 'x-rewrite-url': '/api/openapi.json' },
  }),
  HEAD: (_, path) => ({ method: 'HEAD', path }),
}

test('every operation in every spelling: the same decision, or nothing there [guarantee F11]', async () => {
  let refused = 0
  const reached = new Set<string>()
  const before = await seen.fingerprint(at.id)
  for (const operation of ofAgency) {
    const tried = await prepare(seen, at, operation, targets(at, operation, 'tara')[0]!)
    const should = await expected(seen, at, operation, 'tara', tried)
    const { method, path, body } = request(operation, tried.input)
    for (const [how, spell] of Object.entries(spellings))
      for (const who of [undefined, ...(should === 'allowed' ? [] : ['tara'])]) {
        const sent = spell(method, `/api/agencies/${at.id}${path}`)
        if (how === 'another address in a header' && method === 'GET') continue
        const answer = await ask(house, {
          ...sent,
          body: ['GET', 'HEAD'].includes(sent.method) ? undefined : body,
          cookie: who && cookie(at, who),
        })
        const story = `${how}: ${sent.method} ${sent.path} by ${who ?? 'nobody'} -> ${answer.status} ${answer.text.slice(0, 120)}`
        const same = who === undefined ? 401 : should === 'allowed' ? 200 : should.status
        // Where another operation has this address, it asks for its own input and decides by its own row.
        expect([same, 404, 403, 401, 400], story).toContain(answer.status)
        refused++
      }
    // The control: who may, gets through by the right spelling, and the spellings that reach anything reach the same.
    if (method !== 'GET' || operation.streams) continue
    for (const [how, spell] of Object.entries(spellings)) {
      const sent = spell(method, `/api/agencies/${at.id}${path}`)
      const answer = await ask(house, { ...sent, cookie: cookie(at, 'olive') })
      if (how === 'as it is') expect(answer.status, `${operation.name}: ${answer.text}`).toBe(200)
      if (answer.status === 200) reached.add(how)
    }
  }
  expect(refused).toBeGreaterThan(1000)
  expect(reached).toContain('as it is')
  expect(await seen.fingerprint(at.id)).toEqual(before)
})
