// The demo as a visitor meets it: two living agencies, one click to be anybody, and a room where nothing that would leave is lost.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnishDemo, mustBeNoDemo } from '../../src/demo/furnish.ts'
import { demos, portals } from '../../src/portals.ts'
import { databaseOfItsOwn } from '../house/database-of-its-own.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'

// The room shows every letter of its database, so the demo has one to itself.
const own = await databaseOfItsOwn()
const sql = async <Row>(text: string, values: unknown[]) => (await own.seen.query(text, values)).rows as Row[]
const house = await openTestHouse({ demo: true, database: own.url })
const plain = await openTestHouse({ database: own.url })
afterAll(async () => {
  await Promise.all([house.close(), plain.close()])
  await own.drop()
})

type Player = { id: string; name: string; level: string; levelTitle: string; says: string }
type Troupe = { agency: { id: string; slug: string }; people: Player[] }
let troupes: Troupe[]
beforeAll(async () => {
  await mustBeNoDemo(plain, demos) // before there is one, a start without --demo goes on
  await furnishDemo(house, { portals, demos })
  troupes = (await visitor(house).call('GET', '/api/demo/cast')).body
})
const troupe = (slug: string) => troupes.find(({ agency }) => agency.slug === slug)!
const player = (slug: string, name: string) => troupe(slug).people.find((one) => one.name === name)!
async function walkIn(slug: string, name: string) {
  const browser = visitor(house)
  expect((await browser.call('POST', '/api/demo/sign-in', { person: player(slug, name).id })).status).toBe(200)
  const call = (method: string, path: string, body?: unknown) =>
    browser.call(method, `/api/agencies/${troupe(slug).agency.id}${path}`, body)
  return { browser, call, session: (await browser.call('GET', '/api/session')).body }
}

test('the sign-in page shows two agencies, the people of the picture first and everybody who has registered after them', () => {
  const first = troupes.map(({ people }) => people.slice(0, 4).map(({ name, levelTitle }) => `${name}, ${levelTitle}`))
  expect(troupes.map(({ agency }) => agency)).toMatchObject([
    { slug: 'harbor', name: 'Harbor Staffing', kind: 'staffing', colour: '#1F4E79', says: 'Healthcare staffing' },
    { slug: 'northlight', name: 'Northlight Media', kind: 'media', colour: '#8A3B1F', says: 'Property photo and video' },
  ])
  expect(first).toEqual([
    ['Olive Tan, Account Owner', 'Adam Reyes, Account Administrator', 'Sam Lindqvist, Standard User', 'Tara Okafor, Talent'],
    ['Ada Novak, Admin', 'Stan Moreau, Staff', 'Connie Birch, Contractor', 'Agnes Doyle, Agent'],
  ])
  expect(troupes.map(({ people }) => people.length)).toEqual([212, 55])
  expect(troupes.flatMap(({ people }) => people).filter(({ says }) => !says)).toEqual([])
  expect(player('harbor', 'Nadia Haddad')).toBeUndefined() // typed in, and never registered
})

test('one click signs in as anybody, as often as one likes; the form itself stays limited', async () => {
  for (let click = 0; click < 12; click++)
    expect((await walkIn('harbor', 'Olive Tan')).session.agencies).toMatchObject([{ slug: 'harbor' }])
  for (const { people, agency } of troupes)
    for (const { name } of people.slice(0, 4)) {
      const { session } = await walkIn(agency.slug, name)
      expect(session.agencies).toMatchObject([{ person: { name } }])
    }
  const typing = visitor(house)
  const said = []
  for (let n = 0; n < 11; n++)
    said.push((await typing.call('POST', '/api/auth/sign-in/email', { email: 'olive@harbor.example', password: 'rolecall-demo' })).status)
  expect(said).toEqual([...Array(10).fill(200), 429])
})

test('Marcus is somebody in both agencies, the two Priyas are two, and who is deactivated has no agency', async () => {
  const marcus = await walkIn('northlight', 'Marcus Webb')
  expect(marcus.session.agencies.map(({ slug, person }: never) => [slug, (person as Player).level]).sort()).toEqual([
    ['harbor', 'standard'],
    ['northlight', 'agent'],
  ])
  expect((await walkIn('harbor', 'Priya Nair')).session).toMatchObject({
    login: { email: 'priya@harbor.example' },
    agencies: [{ slug: 'harbor' }],
  })
  expect((await walkIn('northlight', 'Priya Shah')).session).toMatchObject({ agencies: [{ slug: 'northlight' }] })
  expect((await walkIn('harbor', 'Kofi Mensah')).session).toMatchObject({ login: { email: 'kofi@harbor.example' }, agencies: [] })
})

test('one click is for the cast alone: not for strangers, and not for who has chosen another password', async () => {
  const founder = visitor(house)
  const you = { name: 'Vera Stone', email: 'vera@elsewhere.example', password: 'quarry-lantern-9' }
  const own = await founder.call('POST', '/api/agencies', { kind: 'media', name: 'Elsewhere', zone: 'UTC', currency: 'USD', you })
  const me = await founder.call('GET', `/api/agencies/${own.body.id}/me`)
  expect((await visitor(house).call('POST', '/api/demo/sign-in', { person: me.body.person.id })).status).toBe(404)
  const rob = player('harbor', 'Rob Keane').id
  const change = { currentPassword: 'rolecall-demo', newPassword: 'quarry-lantern-9' }
  expect((await (await walkIn('harbor', 'Rob Keane')).browser.call('POST', '/api/auth/change-password', change)).status).toBe(200)
  const refused = await visitor(house).call('POST', '/api/demo/sign-in', { person: rob })
  expect([refused.status, refused.body.code]).toEqual([409, 'own_password'])
})

test('Harbor is mid-week: Olive owns it, Jonas and Lena are invited, Kofi is out, 206 talents', async () => {
  const { call } = await walkIn('harbor', 'Adam Reyes')
  expect((await call('GET', '/people/count')).body).toEqual({ team: 6, clients: 206, deactivated: 1, invitations: 2 })
  expect((await call('GET', '/me')).body.owner.name).toBe('Olive Tan')
  const { invitations } = (await call('GET', '/invitations')).body
  expect(invitations.map(({ email, level, sender }: never) => [email, level, (sender as Player).name])).toEqual([
    ['lena.fischer@mail.example', 'standard', 'Olive Tan'],
    ['jonas.weber@mail.example', 'administrator', 'Adam Reyes'],
  ])
  const found = (await call('GET', '/people?tab=clients&search=nadia')).body.people
  expect(found).toMatchObject([{ name: 'Nadia Haddad', registered: false, phone: '+19785550148' }])
})

test('Northlight is mid-week: Stan may refund until Friday, Priya has two job roles, a third of the clients never registered', async () => {
  const { call } = await walkIn('northlight', 'Ada Novak')
  const { switches } = (await call('GET', '/switches')).body
  const refunds = switches.find(({ name }: { name: string }) => name === 'refunds')
  expect(refunds).toMatchObject({ now: false, exceptions: [{ name: 'Stan Moreau', on: true }] })
  expect(new Date(refunds.exceptions[0].until) > new Date()).toBe(true)
  expect((await call('GET', `/people/${player('northlight', 'Priya Shah').id}`)).body.job_roles).toEqual([
    'Operations Coordinator',
    'Project Manager',
  ])
  const { people } = (await call('GET', '/people?tab=clients&registered=no&most=100')).body
  expect(people).toHaveLength(26)
  expect(people.filter(({ phone }: { phone: string }) => phone === '+15085550120').map(({ name }: Player) => name)).toEqual(
    ['Ida Sorensen', 'Ike Sorensen'].sort(),
  )
})

test('the activity is a chain that holds, in the order of its times, with what was refused', async () => {
  for (const [slug, name, least] of [
    ['harbor', 'Olive Tan', 240],
    ['northlight', 'Ada Novak', 110],
  ] as const) {
    const { call } = await walkIn(slug, name)
    expect((await call('GET', '/activity/chain')).body).toMatchObject({ bad: null, rows: expect.any(Number) })
    const lines = await sql<{ at: Date; decision: string }>('select at, decision from rolecall.audit where agency_id = $1 order by seq', [
      troupe(slug).agency.id,
    ])
    const times = lines.map(({ at }) => at.getTime())
    expect(lines.length).toBeGreaterThan(least)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(365 * 864e5)
    expect(times.at(-1)!).toBeLessThanOrEqual(Date.now())
    expect(lines.filter(({ decision }) => decision === 'refused')).toHaveLength(slug === 'harbor' ? 4 : 3)
  }
})

test('furnishing again changes nothing', async () => {
  const all = [
    'rolecall.agency',
    'rolecall.person',
    'rolecall.invitation',
    'rolecall.audit',
    'rolecall.outbox',
    'login.login',
    'login.login_account',
    'login.directory_person',
  ]
  const count = async () =>
    (
      await sql<Record<string, number>>(`select ${all.map((table, i) => `(select count(*)::int from ${table}) as t${i}`).join(', ')}`, [])
    )[0]
  const before = await count()
  await furnishDemo(house, { portals, demos })
  expect(await count()).toEqual(before)
})

test('without --demo its doors are not there, and a database that keeps it does not open', async () => {
  const person = player('harbor', 'Olive Tan').id
  const doors = [
    ['GET', '/api/demo/cast'],
    ['POST', '/api/demo/sign-in', { person }],
    ['GET', '/api/demo/outbox'],
  ] as const
  const through = async (at: typeof house) =>
    Promise.all(doors.map(async ([method, path, body]) => (await visitor(at).call(method, path, body)).status))
  expect(await through(house)).toEqual([200, 200, 200])
  expect(await through(plain)).toEqual([404, 404, 404])
  const paths = async (at: typeof house) =>
    Object.keys((await visitor(at).call('GET', '/api/openapi.json')).body.paths).filter((path) => path.startsWith('/demo'))
  expect(await paths(house)).toEqual(['/demo/cast', '/demo/sign-in', '/demo/outbox'])
  expect(await paths(plain)).toEqual([])
  await expect(mustBeNoDemo(plain, demos)).rejects.toThrow('This database keeps the demo')
})

type Posted = { id: string; channel: string; recipient: string; subject: string; html: string; text: string; at: string }
const read = async (query = '') => (await visitor(house).call('GET', `/api/demo/outbox${query}`)).body as Posted[]
const tokenIn = ({ text }: Posted) => /\/invitation\/(\S+)/.exec(text)![1]!
const behind = async (letter: Posted) => visitor(house).call('GET', `/api/invitations/${tokenIn(letter)}`)

test('the letters of the past weeks are there, newest first, of the time they were written', async () => {
  await expect
    .poll(async () => (await read()).filter(({ recipient }) => /@(harbor|northlight|mail)\.example$/.test(recipient)).length, {
      timeout: 20_000,
    })
    .toBeGreaterThanOrEqual(24)
  const letters = await read()
  const times = letters.map(({ at }) => new Date(at).getTime())
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  expect(Date.now() - times.at(-1)!).toBeGreaterThan(365 * 864e5)
  expect(letters.every(({ html, text, channel }) => html.startsWith('<!doctype html>') && text && channel === 'mail')).toBe(true)
})

test("Jonas's newest link opens his invitation, the one before is replaced, and Ruth's was taken back", async () => {
  await house.letterTo('sam@harbor.example', /new password/)
  const jonas = await read('?recipient=Jonas.Weber@mail.example')
  expect(jonas.map(({ recipient }) => recipient)).toEqual(['jonas.weber@mail.example', 'jonas.weber@mail.example'])
  expect((await behind(jonas[0]!)).body).toMatchObject({
    agency: { name: 'Harbor Staffing' },
    level: { title: 'Account Administrator' },
    inviter: 'Adam Reyes',
  })
  expect((await behind(jonas[1]!)).body.code).toBe('invitation_replaced')
  const [ruth] = await read('?recipient=ruth.palmer@mail.example')
  expect((await behind(ruth!)).body.code).toBe('invitation_revoked')
})

test('a new letter stands on top a moment later', async () => {
  await visitor(house).call('POST', '/api/auth/request-password-reset', { email: 'dana@harbor.example', redirectTo: '/reset' })
  const newest = { recipient: 'dana@harbor.example', subject: 'Set a new password' }
  await expect.poll(() => read('?most=1'), { timeout: 10_000 }).toMatchObject([newest])
})

test('a wrong question is refused in a sentence', async () => {
  expect((await visitor(house).call('GET', '/api/demo/outbox?recipient=nobody')).status).toBe(400)
  expect((await visitor(house).call('GET', '/api/demo/outbox?most=501')).status).toBe(400)
  expect((await visitor(house).call('GET', '/api/demo/outbox?most=500')).status).toBe(200)
})
