// Nobody changes what they are by writing more than they were asked for.
import { afterAll, describe, expect, test } from 'vitest'
import type { Kind } from '#db/tables.ts'
import { openTestHouse } from '../house/house.ts'
import { ask, call, cookie } from './ask.ts'
import { exampleOf, prepare, targets } from './expected.ts'
import { fieldsOf, ofAgency, writes } from './operations.ts'
import { actors, outside, stage, tablesOf } from './stage.ts'

const house = await openTestHouse({ trustedProxies: 1 })
const seen = outside()
afterAll(async () => {
  await seen.end()
  await house.close()
})
const { rows: columns } = await seen.pool.query<{ name: string }>(
  `select distinct column_name as name from information_schema.columns where table_schema in ('rolecall', 'login') order by 1`,
)
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const names = [
  ...new Set([
    ...columns.flatMap(({ name }) => [name, camel(name)]),
    'role',
    'isAdmin',
    'is_admin',
    'owner',
    'permissions',
    'me',
    'actor',
    'agency',
  ]),
]
const values: Record<string, unknown> = {
  level: 'admin',
  status: 'active',
  switches: {},
  job_roles: [],
  owner: true,
  version: 1,
  registered: true,
}
const everyWrite = (kind: Kind) => ofAgency.filter((operation) => writes(operation) && (!operation.kind || operation.kind === kind))

describe.each(['media', 'staffing'] as const)('%s', (kind) => {
  test.each(everyWrite(kind))(
    '$method $path takes no field it does not name: each column of each table is refused, or does nothing [guarantee F17]',
    async (operation) => {
      const at = await stage(house, kind)
      const top = actors[kind].at(-1)!
      const middle = actors[kind].at(-3)!
      const known = fieldsOf(operation)
      const before = await seen.fingerprint(at.id)
      for (const actor of [middle, top])
        for (const name of names.filter((name) => !known.includes(name))) {
          const { input } = await prepare(seen, at, operation, targets(at, operation, actor)[0]!)
          const answer = await call(house, at.id, operation, { ...input, [name]: values[name] ?? at.people[actor]!.id }, cookie(at, actor))
          if (operation.input)
            expect(answer.body, `${operation.name} with ${name} by ${actor}`).toMatchObject({
              code: 'bad_input',
              message: expect.stringContaining(name),
            })
          else expect(answer.status).toBe(200)
        }
      expect(await seen.fingerprint(at.id)).toEqual(before)
      const { input } = await prepare(seen, at, operation, targets(at, operation, top)[0]!)
      const control = await call(house, at.id, operation, input, cookie(at, top))
      expect([200, ...(exampleOf(operation).also ? [409, 410, 422] : [])], control.text).toContain(control.status)
    },
  )

  test('nobody changes their own level, job roles, switches or status, but by what the table gives them [guarantee F17]', async () => {
    const at = await stage(house, kind)
    const rights = async (name: string) => {
      const { level, status, job_roles, switches, side, login_id, agency_id } = await seen.row('person', at.id, at.people[name]!.id)
      return { level, status, job_roles, switches, side, login_id, agency_id }
    }
    let tried = 0
    for (const actor of actors[kind].slice(0, -2)) {
      const before = await rights(actor)
      for (const operation of everyWrite(kind).filter(({ action }) => action !== 'person.leave')) {
        const { input } = await prepare(seen, at, operation, at.people[actor]!.id).catch(() =>
          prepare(seen, at, operation, targets(at, operation, actor)[0]!),
        )
        await call(house, at.id, operation, 'id' in input ? { ...input, id: at.people[actor]!.id } : input, cookie(at, actor))
        tried++
      }
      expect(await rights(actor)).toEqual(before)
    }
    expect(tried).toBeGreaterThan(50)
  })
})

test("sign-in's own operations prove no address and give no right [guarantee F17]", async () => {
  const at = await stage(house, 'staffing')
  const { email, login } = at.people.sam!
  await seen.pool.query('update login.login set email_verified = false where id = $1', [login])
  const extra = {
    emailVerified: true,
    email_verified: true,
    email: 'olive@elsewhere.example',
    id: at.people.olive!.login,
    role: 'admin',
    level: 'owner',
    banned: false,
  }
  const row = async () => (await seen.pool.query('select id, email, email_verified from login.login where id = $1', [login])).rows[0]
  for (const more of Object.entries(extra))
    await ask(house, {
      method: 'POST',
      path: '/api/auth/update-user',
      body: { name: 'Sam', ...Object.fromEntries([more]) },
      cookie: cookie(at, 'sam'),
    })
  await ask(house, { method: 'POST', path: '/api/auth/update-user', body: { name: 'Sam', ...extra }, cookie: cookie(at, 'sam') })
  expect(await row()).toEqual({ id: login, email, email_verified: false })
  const named = await ask(house, { method: 'POST', path: '/api/auth/update-user', body: { name: 'Samuel' }, cookie: cookie(at, 'sam') })
  expect(named.status).toBe(200)

  const address = `pat@${at.slug}.example`
  const signedUp = await ask(house, {
    method: 'POST',
    path: '/api/auth/sign-up/email',
    body: { name: 'Pat', email: address, password: 'a password of Pat', emailVerified: true, email_verified: true },
  })
  const { rows } = await seen.pool.query('select email_verified from login.login where email = $1', [address])
  expect(rows, signedUp.text).toEqual(signedUp.status === 200 ? [{ email_verified: false }] : [])
})

test('the tables that are asked are all there are', async () => {
  expect(await tablesOf(seen.pool)).toEqual(
    expect.arrayContaining(['agency', 'person', 'invitation', 'audit', 'audit_head', 'change', 'outbox']),
  )
})
