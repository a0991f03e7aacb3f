import { afterAll, expect, test } from 'vitest'
import { mediaAgency, staffingAgency } from '../house/cast.ts'
import { namesOf, refused } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

type Listed = { id: string; name: string; level: string; owner: boolean; registered: boolean; can: Record<string, unknown> }

test('[staffing 2] the Account Owner opens Users and finds everybody of the team, one of them the Account Owner, each with what may be done', async () => {
  const { as, people } = await staffingAgency(house)
  expect((await as('olive', 'DELETE', `/people/${people.kofi.id}/deactivation`)).status).toBe(200)
  const { people: rows } = (await as('olive', 'GET', '/people?tab=team')).body as { people: Listed[] }
  expect(rows.map(({ name }) => name).sort()).toEqual(['Adam', 'Dana', 'Kofi', 'Olive', 'Priya', 'Sam'])
  expect(rows.filter(({ owner }) => owner).map(({ name }) => name)).toEqual(['Olive'])
  const open = rows.filter(
    ({ can }) => can['person.edit'] === true && can['person.set_level'] === true && can['person.deactivate'] === true,
  )
  expect(open.map(({ name }) => name).sort()).toEqual(['Adam', 'Dana', 'Kofi', 'Priya', 'Sam'])
  expect((await as('olive', 'GET', '/people/count')).body).toEqual({ team: 6, clients: 1, deactivated: 0, invitations: 0 })
})

test('[staffing 2] a Standard User reads the list, finds every act locked with its sentence, and the server refuses each', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const { people: rows } = (await as('sam', 'GET', '/people?tab=team')).body as { people: Listed[] }
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['Olive', 'Adam', 'Priya', 'Sam', 'Dana']))
  const locked = { code: 'requires_administrator', message: expect.stringMatching(/^Only /) }
  for (const { can } of rows)
    for (const act of ['person.set_level', 'person.deactivate', 'person.end_sessions']) expect(can[act]).toEqual(locked)
  const { abilities } = (await as('sam', 'GET', '/me')).body
  expect(abilities['invitation.create']).toMatchObject({ refused: { code: 'requires_administrator' } })

  const dana = `/people/${people.dana.id}`
  const why = { code: 'requires_administrator', whoCan: ['Olive', 'Adam', 'Priya'] }
  await refused(agency, ['sam', 'POST', '/invitations', { emails: ['new@harbor.example'], level: 'standard' }], why)
  await refused(agency, ['sam', 'PATCH', dana, { version: 1, name: 'Dana R' }], why)
  await refused(agency, ['sam', 'PUT', `${dana}/level`, { version: 1, level: 'administrator' }], why)
  await refused(agency, ['sam', 'POST', `${dana}/deactivation`], why)
  await refused(agency, ['sam', 'DELETE', `/people/${people.kofi.id}/deactivation`], why)
  await refused(agency, ['sam', 'DELETE', `${dana}/sessions`], why)
  await refused(agency, ['sam', 'POST', `${dana}/password-reset`], why)
})

test('[media A1] an Admin opens User Management: team and Agents, registered and not, found by level, job role, name and address', async () => {
  const { as, slug } = await mediaAgency(house)
  const names = async (query: string) =>
    ((await as('ada', 'GET', `/people?${query}`)).body.people as Listed[]).map(({ name }) => name).sort()
  expect(await names('tab=team')).toEqual(['Abe', 'Ada', 'Connie', 'Drew', 'Stan', 'Vic'])
  expect(await names('tab=clients')).toEqual(['Agnes', 'Imre'])
  expect(await names('tab=clients&registered=no')).toEqual(['Imre'])
  expect(await names('tab=team&level=contractor')).toEqual(['Connie', 'Drew'])
  expect(await names('tab=team&job_role=Video+Editor')).toEqual(['Connie', 'Vic'])
  expect(await names('tab=team&search=sta')).toEqual(['Stan'])
  expect(await names(`tab=clients&search=imre@${slug}`)).toEqual(['Imre'])
  expect((await as('ada', 'GET', '/people/count')).body).toEqual({ team: 6, clients: 2, deactivated: 0, invitations: 0 })
})

test('[media A1] the pages of a list follow each other without a gap', async () => {
  const { as } = await mediaAgency(house)
  for (const sort of ['name', 'level', 'seen', 'joined']) {
    const found: string[] = []
    for (let after = ''; ; ) {
      const { body } = await as('ada', 'GET', `/people?tab=team&most=2&sort=${sort}${after && `&after=${after}`}`)
      found.push(...body.people.map((one: Listed) => one.name))
      if (!body.next) break
      after = body.next
    }
    expect(found.toSorted(), sort).toEqual(['Abe', 'Ada', 'Connie', 'Drew', 'Stan', 'Vic'])
  }
})

test('[media A1] [media CT8] Contractors and Agents have no User Management, no settings and no Activity; an Admin and Staff do', async () => {
  const agency = await mediaAgency(house)
  expect((await agency.as('stan', 'GET', '/people')).status).toBe(200)
  for (const who of ['drew', 'connie', 'agnes'] as const) {
    const { abilities } = (await agency.as(who, 'GET', '/me')).body
    expect(abilities['person.list']).toMatchObject({ refused: { code: 'section.closed' } })
    const answer = await refused(agency, [who, 'GET', '/people'], { code: 'section.closed' })
    expect(namesOf(answer)).toEqual(['Admin', 'Staff'])
    for (const path of ['/people/count', '/preferences', '/switches', '/activity', '/permissions', '/letters/waiting', '/invitations']) {
      const no = await agency.as(who, 'GET', path)
      expect([no.status, no.body.code], `${who} ${path}`).toEqual([403, expect.stringMatching(/^(section\.closed|level\.admin_only)$/)])
      expect((await agency.as('ada', 'GET', path)).status, path).toBe(200)
    }
  }
})
