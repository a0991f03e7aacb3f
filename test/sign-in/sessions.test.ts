import { createHash } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#core/work/trail.ts'
import { prune } from '#jobs/prune.ts'
import { mediaAgency, staffingAgency } from '../house/cast.ts'
import { everything, sql } from '../house/facts.ts'
import { openTestHouse, secret } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const password = 'a long enough one'

async function account() {
  const email = `olive@${newId()}.example`
  const olive = visitor(house)
  const up = await olive.call('POST', '/api/auth/sign-up/email', { name: 'Olive', email, password })
  expect(up.status, JSON.stringify(up.body)).toBe(200)
  return { email, olive }
}

test('[guarantee E1] the cookie is HttpOnly, SameSite=Lax and for this host alone; over https also Secure, by its name too', async () => {
  const overHttps = await openTestHouse({ url: 'https://rolecall.example' })
  const ask = (on: typeof house, origin: string) =>
    on.app.fetch(
      new Request(`${origin}/api/auth/sign-up/email`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.7' },
        body: JSON.stringify({ name: 'Olive', email: `olive@${newId()}.example`, password }),
      }),
    )
  const [plain] = (await ask(house, 'http://localhost:3000')).headers.getSetCookie()
  const [secure] = (await ask(overHttps, 'https://rolecall.example')).headers.getSetCookie()
  const session = await overHttps.app.fetch(
    new Request('https://rolecall.example/api/session', { headers: { cookie: secure!.split(';')[0]! } }),
  )
  await overHttps.close()
  expect((await session.json()).login).toMatchObject({ name: 'Olive' })
  expect(plain).toMatch(/^rolecall=/)
  expect(secure).toMatch(/^__Host-rolecall=/)
  expect(secure).toMatch(/; Secure/i)
  for (const cookie of [plain, secure]) {
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Path=\/(;|$)/i)
    expect(cookie).not.toMatch(/; Domain=/i)
  }
})

test('[guarantee E1] the database keeps the SHA-256 of a session, and what it keeps signs nobody in; every sign-in is a new one', async () => {
  const { email, olive } = await account()
  const token = decodeURIComponent(olive.cookie.split('=')[1]!).split('.')[0]!
  expect(token.length).toBeGreaterThanOrEqual(32)
  const hash = `sha256.${createHash('sha256').update(token).digest('base64url')}`
  const kept = () =>
    sql<{ token: string }>(
      'select s.token from login.login_session s join login.login l on l.id = s.login_id where l.email = $1 order by s.created_at',
      [email],
    )
  expect(await kept()).toEqual([{ token: hash }])
  const session = async (cookie: string) => (await visitor(house, cookie).call('GET', '/api/session')).body.login
  expect(await session(olive.cookie)).toMatchObject({ email })
  expect(await session(olive.cookie.replace(encodeURIComponent(token), encodeURIComponent(hash)))).toBeNull()
  expect(await session(`rolecall=${hash}`)).toBeNull()
  expect(await session(`rolecall=${token}`)).toBeNull() // without our signature
  const again = visitor(house)
  expect((await again.call('POST', '/api/auth/sign-in/email', { email, password })).status).toBe(200)
  expect(again.cookie).not.toBe(olive.cookie)
  expect(await kept()).toHaveLength(2)
})

test('[guarantee E2] a session ends on its day, and when it is not used for two weeks, by the clock of the database', async () => {
  const agency = await staffingAgency(house)
  const age = (column: string, by: string) =>
    sql(`update login.login_session set ${column} = now() ${by} where login_id = $1`, [agency.people.sam.login])
  const status = async () => (await agency.as('sam', 'GET', '/me')).status
  expect(await status()).toBe(200)
  await age('expires_at', "+ interval '2 seconds'")
  expect(await status()).toBe(200)
  await age('expires_at', "- interval '1 second'")
  expect(await status()).toBe(401)
  await age('expires_at', "+ interval '1 day'")
  expect(await status()).toBe(200)
  await age('updated_at', "- interval '13 days'")
  expect(await status()).toBe(200)
  const [used] = await sql<{ fresh: boolean }>(
    `select updated_at > now() - interval '1 minute' as fresh from login.login_session where login_id = $1`,
    [agency.people.sam.login],
  )
  expect(used).toEqual({ fresh: true })
  await age('updated_at', "- interval '15 days'")
  expect(await status()).toBe(401)
})

test('[guarantee E2] no use of a session moves its last day', async () => {
  const { email, olive } = await account()
  const end = async () =>
    (
      await sql<{ expires_at: Date }>(
        'select s.expires_at from login.login_session s join login.login l on l.id = s.login_id where l.email = $1',
        [email],
      )
    )[0]!.expires_at
  await sql(
    `update login.login_session set expires_at = now() + interval '1 day', updated_at = now() - interval '10 days' where login_id = (select id from login.login where email = $1)`,
    [email],
  )
  const before = await end()
  expect((await olive.call('GET', '/api/session')).body.login).toMatchObject({ email })
  await olive.call('GET', '/api/auth/get-session')
  await olive.call('GET', '/api/auth/list-sessions')
  expect(await end()).toEqual(before)
})

test('[guarantee E3] a new password ends every other session at once', async () => {
  const { email, olive } = await account()
  await olive.call('POST', '/api/auth/request-password-reset', { email })
  const token = /\/reset\?token=([\w-]+)/.exec((await house.letterTo(email, /password/)).text)![1]
  expect((await olive.call('GET', '/api/session')).body.login).toMatchObject({ email })
  const done = await visitor(house).call('POST', '/api/auth/reset-password', { token, newPassword: 'another long enough one' })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  expect((await olive.call('GET', '/api/session')).body.login).toBeNull()
  const signIn = (password: string) => visitor(house).call('POST', '/api/auth/sign-in/email', { email, password })
  expect((await signIn(password)).status).toBe(401)
  expect((await signIn('another long enough one')).status).toBe(200)
})

test('[guarantee E9] no field of a body, a query or a header chooses who acts', async () => {
  const agency = await mediaAgency(house)
  const { as, people, id } = agency
  const before = await everything(agency)
  const { ada } = people
  const claims = {
    actor: ada.id,
    actor_id: ada.id,
    userId: ada.login,
    login_id: ada.login,
    me: { id: ada.id, level: 'admin' },
    level: 'admin',
    role: 'admin',
    orgId: id,
    agency_id: id,
  }
  for (const [field, value] of Object.entries(claims)) {
    const bodies = [
      ['PATCH', `/people/${people.vic.id}`, { version: 1, name: 'V' }],
      ['PUT', `/people/${people.vic.id}/job-roles`, { version: 1, job_roles: [] }],
      ['POST', '/invitations', { emails: ['x@y.example'], level: 'staff' }],
      ['PATCH', '/preferences', { version: 1, name: 'N' }],
    ] as const
    for (const [method, path, body] of bodies) {
      expect((await as('drew', method, path, { ...body, [field]: value })).status, `${path} ${field}`).toBeGreaterThanOrEqual(400)
      expect((await as('drew', method, `${path}?${field}=${encodeURIComponent(String(value))}`, body)).status).toBeGreaterThanOrEqual(400)
      const headers = { [`x-${field.replace('_', '-')}`]: String(value), authorization: `Bearer ${ada.token}` }
      expect((await agency.visitor('drew').call(method, `/api/agencies/${id}${path}`, body, headers)).status).toBeGreaterThanOrEqual(400)
    }
  }
  expect(await everything(agency)).toEqual(before)
  expect((await as('ada', 'PATCH', `/people/${people.vic.id}`, { version: 1, name: 'V' })).body).toMatchObject({ name: 'V' })
})

test('[guarantee E3] whoever is signed in sees their devices and ends any of them; nobody ends those of others', async () => {
  const { email, olive } = await account()
  const phone = visitor(house)
  await phone.call('POST', '/api/auth/sign-in/email', { email, password })
  const stranger = (await account()).olive
  const devices = (await olive.call('GET', '/api/session/devices')).body as { id: string; here: boolean }[]
  expect(devices.map(({ here }) => here).sort()).toEqual([false, true])
  const other = devices.find(({ here }) => !here)!
  expect((await stranger.call('DELETE', `/api/session/devices/${other.id}`)).status).toBe(404)
  expect((await phone.call('GET', '/api/session')).body.login).toMatchObject({ email })
  expect((await olive.call('DELETE', `/api/session/devices/${other.id}`)).status).toBe(200)
  expect((await phone.call('GET', '/api/session')).body.login).toBeNull()
  expect((await olive.call('GET', '/api/session')).body.login).toMatchObject({ email })
  expect((await visitor(house).call('GET', '/api/session/devices')).status).toBe(401)
})

test('the devices somebody sees are those where they are still signed in', async () => {
  const agency = await staffingAgency(house)
  const sam = agency.visitor('sam')
  const session = (expires: string, used: string) =>
    sql(
      `insert into login.login_session (id, login_id, token, expires_at, updated_at)
       values ($1, $2, $3, now() + $4::interval, now() - $5::interval)`,
      [newId(), agency.people.sam.login, newId(), expires, used],
    )
  await session('1 day', '1 minute')
  await session('-1 minute', '1 minute')
  await session('1 day', '15 days')
  const { body } = await sam.call('GET', '/api/session/devices')
  expect(body.map(({ here }: { here: boolean }) => here).sort()).toEqual([false, true])
})

test("a login's name is written like a person's: one line of ordinary characters, also when it is changed", async () => {
  const sign = (name: string, who = visitor(house)) =>
    who.call('POST', '/api/auth/sign-up/email', { name, email: `olive@${newId()}.example`, password })
  for (const name of ['', ' ', 'Olive\u202enaT', 'Olive\nTan', 'O'.repeat(121)]) {
    const no = await sign(name)
    expect([no.status, no.body.code], JSON.stringify(name)).toEqual([400, 'bad_input'])
  }
  const olive = visitor(house)
  expect((await sign(' Olive Tan ', olive)).body.user).toMatchObject({ name: 'Olive Tan' })
  const change = (name: string) => olive.call('POST', '/api/auth/update-user', { name })
  expect((await change('Olive\u202enaT')).body).toMatchObject({ code: 'bad_input', message: 'A name is one line of ordinary characters.' })
  expect((await change('Olive T.')).status).toBe(200)
  expect((await olive.call('GET', '/api/session')).body.login.name).toBe('Olive T.')
})

test('while strangers hold every connection of sign-in, whoever is signed in goes on', async () => {
  const { as } = await staffingAgency(house)
  const { door } = house.pools
  const held = await Promise.all(Array.from({ length: door.options.max }, () => door.connect()))
  expect((await visitor(house).call('POST', '/api/auth/sign-in/email', { email: 'a@b.example', password })).status).toBe(503)
  expect((await as('sam', 'GET', '/me')).status).toBe(200)
  for (const client of held) client.release()
})

test('a session signed by the previous secret can be ended, and its password changed, like any other', async () => {
  const { email, olive } = await account()
  const rotated = await openTestHouse({ secrets: ['the next secret of the tests, long enough too', secret] })
  const later = visitor(rotated, olive.cookie)
  const change = { currentPassword: password, newPassword: 'another long one' }
  expect((await later.call('POST', '/api/auth/change-password', change)).status).toBe(200)
  expect((await later.call('POST', '/api/auth/sign-out', {})).status).toBe(200)
  const left = await sql('select s.id from login.login_session s join login.login l on l.id = s.login_id where l.email = $1', [email])
  await rotated.close()
  expect(left).toEqual([])
})

test('the night removes sessions that have ended, and no others', async () => {
  const { people, as } = await staffingAgency(house)
  await sql(`update login.login_session set expires_at = now() - interval '1 second' where login_id = $1`, [people.dana.login])
  await prune(house.pools)
  const left = async (login: string) => (await sql('select id from login.login_session where login_id = $1', [login])).length
  expect([await left(people.dana.login), await left(people.sam.login)]).toEqual([0, 1])
  expect((await as('sam', 'GET', '/me')).status).toBe(200)
})

test('a session that was not used for two weeks has ended at the doors of sign-in too', async () => {
  const { email, olive } = await account()
  const rename = (name: string) => olive.call('POST', '/api/auth/update-user', { name })
  const cookie = olive.cookie
  expect((await rename('Olive T.')).status).toBe(200)
  await sql(
    `update login.login_session set updated_at = now() - interval '15 days' where login_id = (select id from login.login where email = $1)`,
    [email],
  )
  const late = visitor(house, cookie)
  for (const path of ['update-user', 'revoke-sessions'])
    expect((await late.call('POST', `/api/auth/${path}`, { name: 'X' })).status).toBe(401)
  expect((await late.call('GET', '/api/auth/get-session')).body).toBeNull()
})
