import { afterAll, expect, test } from 'vitest'
import { mediaAgency, staffingAgency } from '../house/cast.ts'
import { lines, refused } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const sections = [{ name: 'Harbor & Sons' }, { zone: 'America/Chicago' }, { currency: 'CAD' }, { colour: '#8A3B1F' }]

test('[staffing 74] the Account Owner edits every section of Employer Preferences, each with its line; nobody else edits any', async () => {
  const agency = await staffingAgency(house)
  let version = 1
  for (const section of sections) {
    await refused(agency, ['adam', 'PATCH', '/preferences', { version, ...section }], { code: 'requires_account_owner', whoCan: ['Olive'] })
    await refused(agency, ['sam', 'PATCH', '/preferences', { version, ...section }], { code: 'requires_account_owner', whoCan: ['Olive'] })
    const saved = await agency.as('olive', 'PATCH', '/preferences', { version, ...section })
    expect(saved.body, JSON.stringify(saved.body)).toMatchObject({ ...section, version: ++version })
    expect((await lines(agency)).at(-1)).toMatchObject({ action: 'preferences.edit', decision: 'allowed', details: { after: section } })
  }
  await refused(agency, ['adam', 'PUT', '/switches', { version, switches: { all_talent: false } }], {
    code: 'requires_account_owner',
    whoCan: ['Olive'],
  })
  expect((await agency.as('olive', 'PUT', '/switches', { version, switches: { all_talent: false } })).status).toBe(200)
})

test('[staffing 75] an Account Administrator and a Standard User read the preferences and find them locked with the sentence; their own profile is open', async () => {
  const agency = await staffingAgency(house)
  for (const who of ['adam', 'sam'] as const) {
    const { body } = await agency.as(who, 'GET', '/preferences')
    expect(body).toMatchObject({ name: 'Harbor Staffing', can: { 'preferences.edit': { code: 'requires_account_owner' } } })
    const no = await refused(agency, [who, 'PATCH', '/preferences', { version: 1, name: 'Mine' }], { code: 'requires_account_owner' })
    expect(no.body.message).toBe(body.can['preferences.edit'].message)
    expect((await agency.as(who, 'PATCH', '/me', { version: 1, title: 'Recruiter' })).status).toBe(200)
  }
  expect((await agency.as('olive', 'GET', '/preferences')).body.can['preferences.edit']).toBe(true)
})

test('[media C3] Staff open no settings, neither to read nor to edit; an Admin does both', async () => {
  const agency = await mediaAgency(house)
  const why = { code: 'level.admin_only', whoCan: ['Ada', 'Abe'] }
  await refused(agency, ['stan', 'GET', '/preferences'], why)
  await refused(agency, ['stan', 'PATCH', '/preferences', { version: 1, name: 'Mine' }], why)
  await refused(agency, ['stan', 'GET', '/switches'], why)
  await refused(agency, ['stan', 'PUT', '/switches', { version: 1, switches: { refunds: true } }], why)
  expect((await agency.as('ada', 'GET', '/preferences')).status).toBe(200)
  expect((await agency.as('ada', 'PATCH', '/preferences', { version: 1, name: 'Northlight' })).body).toMatchObject({ name: 'Northlight' })
})
