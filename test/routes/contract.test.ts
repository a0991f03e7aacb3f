// The running API and its document: nothing is reachable that no row of the policy decides.
import { oc } from '@orpc/contract'
import { afterAll, expect, test } from 'vitest'
import { coreActions } from '#core/actions.ts'
import { doors } from '#core/contract.ts'
import { checkRoutes } from '#server/every-route.ts'
import { portals } from '../../src/portals.ts'
import { openTestHouse } from '../house/house.ts'
import { ask } from './ask.ts'
import { examples } from './examples.ts'
import { ofAgency, open } from './operations.ts'

const house = await openTestHouse({ trustedProxies: 1 })
afterAll(() => house.close())
type Documented = { operationId?: string; 'x-action'?: string; 'x-public'?: boolean; summary?: string; responses: Record<string, unknown> }
const document = (await ask(house, { method: 'GET', path: '/api/openapi.json' })).body
const documented = Object.entries(document.paths as Record<string, Record<string, Documented>>).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== 'parameters')
    .map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
)
const rows = Object.values(portals).map(({ policy }) => policy.actions)

test('the document has every operation of the contract, with its number, its row and its summary [guarantee F1]', () => {
  expect(document.openapi).toMatch(/^3\.1/)
  const inContract = [
    ...ofAgency.map(({ method, path }) => `${method} /agencies/{agency}${path}`),
    ...open.map(({ method, path }) => `${method} ${path}`),
  ]
  expect(documented.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(inContract.sort())
  const ids = documented.map(({ operationId }) => operationId)
  expect(ids.filter(Boolean)).toHaveLength(inContract.length)
  expect(new Set(ids).size).toBe(inContract.length)
  for (const operation of documented) {
    expect(operation.summary, operation.operationId).toBeTruthy()
    expect(Object.keys(operation.responses), operation.operationId).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '429', '503']),
    )
    if (operation.path.startsWith('/agencies/'))
      expect(
        rows.some((known) => known.includes(operation['x-action']!)),
        `${operation.operationId}: ${operation['x-action']}`,
      ).toBe(true)
    else expect(operation['x-public'], operation.operationId).toBe(true)
    expect(operation['x-action'] === undefined, operation.operationId).toBe(operation['x-public'] === true)
  }
})

test("every row that core decides by is in every room's table, and every operation has an example [guarantee F1]", () => {
  for (const known of rows) expect(coreActions.filter((action) => !known.includes(action))).toEqual([])
  expect(Object.keys(examples).sort()).toEqual(ofAgency.map(({ name }) => name).sort())
})

test('an operation that nobody decides does not start [guarantee F1]', () => {
  const { action, open } = doors<'person.read' | 'person.fly'>()
  const tables = Object.values(portals)
  const good = { see: action('person.read', 'GET', '/see'), door: open('Anybody may.', 'GET', '/door') }
  expect(() => checkRoutes(good, tables)).not.toThrow()
  expect(() => checkRoutes({ ...good, hidden: oc.route({ method: 'GET', path: '/hidden' }) }, tables)).toThrow(
    'The operation hidden names no action',
  )
  expect(() => checkRoutes({ deep: { fly: action('person.fly', 'GET', '/fly') } }, tables)).toThrow(
    'The operation deep.fly is decided by "person.fly", which is no row of the policy',
  )
  expect(() => checkRoutes({ ...good, again: open('Anybody may.', 'GET', '/see') }, tables)).toThrow('have one address: GET /see')
})

test('an address that is not in the document is not there [guarantee F1]', async () => {
  const agency = '/api/agencies/01a2036c-82c4-76bd-a43f-3cab3dea9675'
  const paths = [
    '/api',
    '/api/',
    '/api/people',
    '/api/users',
    `${agency}`,
    `${agency}/`,
    `${agency}/nothing`,
    `${agency}/people/x/y`,
    '/api/agencies',
    '/api/agencies/not-an-id/me',
    '/api/__proto__',
    '/api/constructor',
    `${agency}/__proto__`,
    '/api/rpc/people/list',
    `${agency}/people.list`,
    '/api/docs/package.json',
    '/api/docs/..%2fpackage.json',
  ]
  for (const path of paths)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) {
      if (method === 'POST' && path === '/api/agencies') continue
      const answer = await ask(house, { method, path })
      expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(404)
      if (method !== 'HEAD') expect(answer.body, `${method} ${path}`).toEqual({ code: 'not_found', message: expect.stringMatching(/\.$/) })
    }
})

test("sign-in's own addresses are those of the product, and no more [guarantee F1]", async () => {
  // Plug-ins of the library that would decide rights by themselves are not there.
  for (const path of [
    'organization/create',
    'organization/list',
    'admin/list-users',
    'admin/set-role',
    'admin/impersonate-user',
    'api-key/create',
    'delete-user',
    'change-email',
    'sign-in/social',
    'sign-in/anonymous',
  ])
    for (const method of ['GET', 'POST']) {
      const answer = await ask(house, { method, path: `/api/auth/${path}`, body: method === 'POST' ? {} : undefined })
      expect(answer.status, `${method} ${path} ${answer.text}`).toBeGreaterThanOrEqual(400)
      expect(answer.status, `${method} ${path} ${answer.text}`).toBeLessThan(500)
    }
})
