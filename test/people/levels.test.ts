import { afterAll, expect, test } from 'vitest'
import { mediaAgency, staffingAgency } from '../house/cast.ts'
import { everything, lines, namesOf, refused } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('[staffing 3] the Account Owner makes a Standard User an Account Administrator, and the activity says from what to what', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const made = await as('olive', 'PUT', `/people/${people.sam.id}/level`, { version: 1, level: 'administrator' })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  expect(made.body).toMatchObject({ level: 'administrator', version: 2 })
  expect((await lines(agency)).at(-1)).toMatchObject({
    action: 'person.set_level',
    decision: 'allowed',
    actor: { id: people.olive.id, level: 'owner' },
    thing: { id: people.sam.id, name: 'Sam' },
    details: { before: { level: 'standard' }, after: { level: 'administrator' } },
  })
  const why = { code: 'requires_administrator', whoCan: ['Olive', 'Adam', 'Priya', 'Sam'] }
  const no = await refused(agency, ['dana', 'PUT', `/people/${people.sam.id}/level`, { version: 2, level: 'standard' }], why)
  expect(no.body.action).toBe('person.set_level')
})

test('[staffing 4] [staffing 5] an Account Administrator changes the level of a Standard User, and of another Administrator', async () => {
  const { as, people } = await staffingAgency(house)
  const up = await as('adam', 'PUT', `/people/${people.sam.id}/level`, { version: 1, level: 'administrator' })
  expect(up.body).toMatchObject({ level: 'administrator' })
  const down = await as('adam', 'PUT', `/people/${people.priya.id}/level`, { version: 1, level: 'standard' })
  expect(down.body).toMatchObject({ level: 'standard' })
  expect((await as('priya', 'GET', '/activity')).body.code).toBe('requires_administrator')
  expect((await as('sam', 'GET', '/activity')).status).toBe(200)
})

test('[staffing 12] an Account Administrator lowers their own level and is a Standard User at the next request; the Account Owner cannot', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const down = await as('adam', 'PUT', `/people/${people.adam.id}/level`, { version: 1, level: 'standard' })
  expect(down.body).toMatchObject({ level: 'standard' })
  await refused(agency, ['adam', 'PUT', `/people/${people.dana.id}/level`, { version: 1, level: 'administrator' }], {
    code: 'requires_administrator',
  })
  const own = ['olive', 'PUT', `/people/${people.olive.id}/level`, { version: 1, level: 'standard' }] as const
  await refused(agency, [...own], { status: 409, code: 'transfer_ownership_first' })
})

test('[staffing 13] [guarantee F17] nobody raises their own level: not by its own door, not by their profile', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  await refused(agency, ['sam', 'PUT', `/people/${people.sam.id}/level`, { version: 1, level: 'administrator' }], {
    code: 'requires_administrator',
  })
  for (const field of [
    { level: 'administrator' },
    { status: 'active' },
    { agency_id: agency.id },
    { side: 'team' },
    { login_id: people.olive.login },
  ]) {
    const answer = await as('sam', 'PATCH', '/me', { version: 1, ...field })
    expect([answer.status, answer.body.code]).toEqual([400, 'bad_input'])
  }
  expect((await as('sam', 'GET', '/me')).body.person).toMatchObject({ level: 'standard', version: 1 })
  expect((await as('sam', 'PATCH', '/me', { version: 1, title: 'Recruiter' })).body).toMatchObject({
    title: 'Recruiter',
    level: 'standard',
  })
})

test('[staffing 14] [guarantee G7] of two different levels saved on one version, the second is told who changed it and what it is now', async () => {
  const { as, people } = await staffingAgency(house)
  const save = (who: 'adam' | 'priya', level: string) => as(who, 'PUT', `/people/${people.sam.id}/level`, { version: 1, level })
  const answers = await Promise.all([save('adam', 'administrator'), save('priya', 'administrator')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const late = answers.find(({ status }) => status === 409)!
  const winner = answers[0]!.status === 200 ? 'Adam' : 'Priya'
  expect(late.body).toMatchObject({
    code: 'changed_meanwhile',
    message: `${winner} changed this a moment ago.`,
    current: { level: 'administrator', version: 2 },
  })
  expect(Object.keys(late.body.current)).not.toEqual(expect.arrayContaining(['login_id']))
})

test('[guarantee G7] what everybody edits is saved once per version: a person, a job role, the preferences, a switch', async () => {
  const { as, people } = await mediaAgency(house)
  const twice = async (method: string, path: string, body: object) => {
    const first = await as('ada', method, path, body)
    const second = await as('abe', method, path, body)
    expect([first.status, second.status, second.body.code], `${method} ${path}`).toEqual([200, 409, 'changed_meanwhile'])
  }
  await twice('PATCH', `/people/${people.agnes.id}`, { version: 1, title: 'Broker' })
  await twice('PUT', `/people/${people.stan.id}/job-roles`, { version: 1, job_roles: ['Photo Editor'] })
  await twice('PATCH', '/preferences', { version: 1, name: 'Northlight' })
  await twice('PUT', '/switches', { version: 2, switches: { refunds: true } })
})

test('[media A15] an Admin makes a self-registered Agent Staff with a job role, and the old session has the new rights', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  expect((await as('agnes', 'GET', '/people')).status).toBe(403)
  const made = await as('ada', 'PUT', `/people/${people.agnes.id}/level`, { version: 1, level: 'staff' })
  expect(made.body).toMatchObject({ level: 'staff', side: 'team' })
  const tagged = await as('ada', 'PUT', `/people/${people.agnes.id}/job-roles`, { version: 2, job_roles: ['Project Manager'] })
  expect(tagged.body).toMatchObject({ job_roles: ['Project Manager'] })
  expect((await as('agnes', 'GET', '/people')).status).toBe(200)
  for (const who of ['stan', 'connie', 'agnes'] as const) {
    const no = await refused(
      agency,
      [who, 'PUT', `/people/${people[who].id}/level`, { version: who === 'agnes' ? 3 : 1, level: 'admin' }],
      { code: 'level.admin_only' },
    )
    expect(namesOf(no)).toEqual(who === 'connie' ? ['Admin'] : expect.arrayContaining(['Ada', 'Abe']))
  }
})

test('[media E1] an Admin gives and takes the eight job roles; no others, not to an Agent, and Staff give none', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  const eight = [
    'Account Executive',
    'Creative Specialist',
    'Customer Success',
    'Operations Coordinator',
    'Operations Specialist',
    'Photo Editor',
    'Project Manager',
    'Video Editor',
  ]
  expect((await as('ada', 'GET', '/me')).body.portal.jobRoles).toEqual(eight)
  const roles = `/people/${people.drew.id}/job-roles`
  expect((await as('ada', 'PUT', roles, { version: 1, job_roles: eight })).body.job_roles).toEqual(eight)
  expect((await as('ada', 'PUT', roles, { version: 2, job_roles: [] })).body.job_roles).toEqual([])
  expect((await as('ada', 'PUT', `/people/${people.abe.id}/job-roles`, { version: 1, job_roles: ['Video Editor'] })).status).toBe(200)
  await refused(agency, ['ada', 'PUT', roles, { version: 3, job_roles: ['Pilot'] }], { status: 422, code: 'role.unknown' })
  await refused(agency, ['ada', 'PUT', `/people/${people.agnes.id}/job-roles`, { version: 1, job_roles: ['Video Editor'] }], {
    status: 422,
    code: 'role.staff_only',
  })
  await refused(agency, ['stan', 'PUT', roles, { version: 3, job_roles: ['Video Editor'] }], {
    code: 'level.admin_only',
    whoCan: ['Ada', 'Abe'],
  })
  await refused(agency, ['drew', 'PUT', roles, { version: 3, job_roles: ['Video Editor'] }], { code: 'level.admin_only' })
})

test('[media B2] before a level is saved, an Admin sees what the person gains and loses, and nothing is changed by looking', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  const before = await everything(agency)
  const look = (id: string, level: string) => as('ada', 'GET', `/people/${id}/level/preview?level=${level}`)
  const up = (await look(people.drew.id, 'staff')).body
  expect(up.gains).toContain('open User Management')
  expect(up.still).toContain('change the level of a user')
  const down = (await look(people.stan.id, 'contractor')).body
  expect(down.losses).toContain('open User Management')
  expect(down.gains).not.toContain('open User Management')
  await refused(agency, ['stan', 'GET', `/people/${people.drew.id}/level/preview?level=admin`], {
    code: 'level.admin_only',
    whoCan: ['Ada', 'Abe'],
  })
  expect(await everything(agency)).toEqual(before)
})
