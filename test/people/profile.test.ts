import { afterAll, expect, test } from 'vitest'
import { mediaAgency } from '../house/cast.ts'
import { notThere, refused } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test("[media C4] Staff edit an Agent's phone, and it is in the activity; the data, the level and the job roles of Staff they do not", async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  const edited = await as('stan', 'PATCH', `/people/${people.agnes.id}`, { version: 1, phone: '(207) 555-0142' })
  expect(edited.body).toMatchObject({ phone: '+12075550142' })
  const { entries } = (await as('ada', 'GET', `/activity?thing=${people.agnes.id}`)).body
  expect(entries[0]).toMatchObject({
    action: 'person.edit',
    actor: { name: 'Stan' },
    details: { before: { phone: null }, after: { phone: '+12075550142' } },
  })
  const why = { code: 'level.admin_only', whoCan: ['Ada', 'Abe'] }
  await refused(agency, ['stan', 'PATCH', `/people/${people.vic.id}`, { version: 1, phone: '+12075550142' }], why)
  await refused(agency, ['stan', 'PUT', `/people/${people.vic.id}/level`, { version: 1, level: 'contractor' }], why)
  await refused(agency, ['stan', 'PUT', `/people/${people.agnes.id}/level`, { version: 2, level: 'staff' }], why)
  await refused(agency, ['stan', 'PUT', `/people/${people.vic.id}/job-roles`, { version: 1, job_roles: [] }], why)
  await refused(agency, ['stan', 'POST', `/people/${people.agnes.id}/deactivation`], why)
})

test('[media C4] Staff type in a new Agent, and nobody for the team', async () => {
  const agency = await mediaAgency(house)
  const blank = { email: null, phone: null, title: null }
  expect((await agency.as('stan', 'POST', '/people', { ...blank, name: 'Rex', level: 'agent' })).body).toMatchObject({
    level: 'agent',
    registered: false,
  })
  await refused(agency, ['stan', 'POST', '/people', { ...blank, name: 'Rex', level: 'staff' }], {
    code: 'level.admin_only',
    whoCan: ['Ada', 'Abe'],
  })
})

test('[media G1] an Agent edits their own name, phone and company title; another Agent is not there, and a level in the body is refused', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  const saved = await as('agnes', 'PATCH', '/me', {
    version: 1,
    name: 'Agnes Doyle',
    phone: '+1 207 555 0142',
    title: 'Doyle & Hart Realty',
  })
  expect(saved.body).toMatchObject({ name: 'Agnes Doyle', phone: '+12075550142', title: 'Doyle & Hart Realty', level: 'agent', version: 2 })
  for (const field of [
    { level: 'admin' },
    { side: 'team' },
    { job_roles: ['Video Editor'] },
    { login_id: people.ada.login },
    { credit: 4000 },
  ]) {
    const no = await as('agnes', 'PATCH', '/me', { version: 2, name: 'Agnes', ...field })
    expect([no.status, no.body.code]).toEqual([400, 'bad_input'])
  }
  await notThere(agency, ['agnes', 'GET', `/people/${people.imre.id}`])
  await notThere(agency, ['agnes', 'PATCH', `/people/${people.imre.id}`, { version: 1, name: 'Imre' }])
  await notThere(agency, ['agnes', 'PATCH', `/people/${people.stan.id}`, { version: 1, name: 'Stan' }])
  expect((await as('agnes', 'GET', '/me')).body.person).toMatchObject({ name: 'Agnes Doyle', level: 'agent', jobRoles: [] })
})
