import { afterAll, expect, test } from 'vitest'
import { mediaAgency, staffingAgency } from '../house/cast.ts'
import { lines, refused, sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
type Row = { state: string; email: string }

test('[staffing 79] [guarantee E3] whoever is deactivated is signed out at the next request, and their open invitations end with them', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const sent = await as('priya', 'POST', '/invitations', { emails: ['new@harbor.example'], level: 'standard' })
  expect(sent.status).toBe(200)
  expect((await as('priya', 'GET', '/people')).status).toBe(200)
  expect((await as('adam', 'POST', `/people/${people.priya.id}/deactivation`)).body).toMatchObject({ status: 'deactivated' })
  for (const [method, path, body] of [
    ['GET', '/me'],
    ['GET', '/people'],
    ['PATCH', '/me', { version: 1, title: 'Still here' }],
    ['POST', '/me/presence'],
  ] as const) {
    const no = await as('priya', method, path, body)
    expect(no.status, path).toBe(401)
  }
  expect(await sql('select id from login.login_session where login_id = $1', [people.priya.login])).toEqual([])
  const [invitation] = await sql<Row>('select state, email from rolecall.invitation where agency_id = $1', [agency.id])
  expect(invitation).toEqual({ state: 'revoked', email: 'new@harbor.example' })
  expect((await lines(agency)).slice(-2).map(({ action }) => action)).toEqual(['person.deactivate', 'invitation.revoke'])
})

test('[staffing 80] an Account Administrator restores somebody at their former level; a Standard User does not', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  await refused(agency, ['dana', 'DELETE', `/people/${people.kofi.id}/deactivation`], {
    code: 'requires_administrator',
    whoCan: ['Olive', 'Adam', 'Priya'],
  })
  expect((await as('kofi', 'GET', '/me')).status).toBe(401)
  expect((await as('adam', 'DELETE', `/people/${people.kofi.id}/deactivation`)).body).toMatchObject({ status: 'active', level: 'standard' })
  expect((await as('kofi', 'GET', '/me')).body.person).toMatchObject({ name: 'Kofi', level: 'standard' })
})

test('[staffing 77] [guarantee E3] a form that was open before a demotion is refused at Save, and nothing is written', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const form = (await as('adam', 'GET', `/people/${people.sam.id}`)).body
  expect(form.can['person.edit']).toBe(true)
  expect((await as('olive', 'PUT', `/people/${people.adam.id}/level`, { version: 1, level: 'standard' })).status).toBe(200)
  await refused(agency, ['adam', 'PATCH', `/people/${people.sam.id}`, { version: form.version, title: 'Recruiter' }], {
    code: 'requires_administrator',
  })
  expect((await as('priya', 'PATCH', `/people/${people.sam.id}`, { version: form.version, title: 'Recruiter' })).status).toBe(200)
})

test('[media B1] an Admin adds, edits and removes anybody, other Admins too; who is removed is out at once', async () => {
  const { as, people } = await mediaAgency(house)
  const added = await as('ada', 'POST', '/people', { name: 'Cleo', email: null, phone: null, title: null, level: 'contractor' })
  expect(added.body).toMatchObject({ level: 'contractor', registered: false })
  expect((await as('ada', 'PATCH', `/people/${people.abe.id}`, { version: 1, title: 'Editor' })).body).toMatchObject({ title: 'Editor' })
  expect((await as('abe', 'GET', '/me')).status).toBe(200)
  expect((await as('ada', 'POST', `/people/${people.abe.id}/deactivation`)).body).toMatchObject({ status: 'deactivated' })
  expect((await as('abe', 'GET', '/me')).status).toBe(401)
  expect((await as('ada', 'POST', `/people/${people.agnes.id}/deactivation`)).body).toMatchObject({ status: 'deactivated' })
  expect((await as('ada', 'DELETE', `/people/${people.abe.id}/deactivation`)).body).toMatchObject({ status: 'active', level: 'admin' })
  expect((await as('abe', 'GET', '/me')).status).toBe(401) // the old session stays ended
})

test('[media B1] [guarantee G8] the last Admin is neither removed nor demoted, by anybody; the one who opened the agency may go', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  expect((await as('abe', 'PUT', `/people/${people.ada.id}/level`, { version: 1, level: 'staff' })).status).toBe(200)
  const last = { status: 409, code: 'admin.last' }
  await refused(agency, ['abe', 'PUT', `/people/${people.abe.id}/level`, { version: 1, level: 'staff' }], last)
  await refused(agency, ['abe', 'POST', `/people/${people.abe.id}/deactivation`], last)
  await refused(agency, ['ada', 'POST', `/people/${people.abe.id}/deactivation`], { code: 'level.admin_only', whoCan: ['Abe'] })
  expect((await as('abe', 'PUT', `/people/${people.abe.id}/level`, { version: 1, level: 'admin' })).status).toBe(200)
  await expect(sql(`update rolecall.person set status = 'deactivated' where id = $1`, [people.abe.id])).rejects.toThrow(
    /owner_is_active_administrator/,
  )
  await expect(sql('delete from rolecall.person where id = $1', [people.abe.id])).rejects.toThrow(/owner_is_active_administrator/)
})

test('an Admin who has not registered keeps no agency, since nobody could act in it', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  const typed = { name: 'Gus', email: null, phone: null, title: null, level: 'admin' }
  expect((await as('ada', 'POST', '/people', typed)).status).toBe(200)
  expect((await as('ada', 'POST', `/people/${people.ada.id}/deactivation`)).status).toBe(200) // Abe keeps it now
  const last = { status: 409, code: 'admin.last' }
  await refused(agency, ['abe', 'PUT', `/people/${people.abe.id}/level`, { version: 1, level: 'staff' }], last)
  await refused(agency, ['abe', 'POST', `/people/${people.abe.id}/deactivation`], last)
})

test('[media B3] an Admin may do whatever Staff may', async () => {
  const { as } = await mediaAgency(house)
  type Ability = true | { if?: unknown; refused?: unknown }
  const of = async (who: 'ada' | 'stan') => Object.entries((await as(who, 'GET', '/me')).body.abilities as Record<string, Ability>)
  const may = (ability: Ability) => ability === true || 'if' in ability
  const staff = (await of('stan')).filter(([, ability]) => may(ability)).map(([action]) => action)
  const admin = new Map(await of('ada'))
  expect(staff.length).toBeGreaterThan(30)
  expect(staff.filter((action) => !may(admin.get(action)!))).toEqual([])
})
