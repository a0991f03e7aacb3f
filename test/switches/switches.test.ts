import { afterAll, expect, test } from 'vitest'
import { mediaAgency } from '../house/cast.ts'
import { everything, lines, refused, sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const inDays = (days: number) => new Date(Date.now() + days * 864e5).toISOString()

test('[media B2] an Admin sees who gains and who loses what before saving, and saving does exactly that', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  const wanted = { version: 1, switches: { user_management: false, refunds: true, contractor_money: true } }
  const before = await everything(agency)
  const preview = (await as('ada', 'POST', '/switches/preview', wanted)).body as {
    switch: string
    people: { name: string }[]
    gains: string[]
    losses: string[]
  }[]
  expect(await everything(agency)).toEqual(before)
  const of = (name: string) => preview.find((one) => one.switch === name)!
  expect(of('user_management').people.map(({ name }) => name)).toEqual(['Stan', 'Vic'])
  expect(of('user_management').losses).toContain('open User Management')
  expect(of('user_management').gains).toEqual([])
  expect(of('refunds').gains.join()).toMatch(/refund/)
  expect(of('contractor_money').people.map(({ name }) => name)).toEqual(['Connie', 'Drew'])
  expect((await as('stan', 'GET', '/people')).status).toBe(200)
  const saved = await as('ada', 'PUT', '/switches', wanted)
  expect(saved.body).toEqual({ version: 2 })
  expect((await lines(agency)).at(-1)).toMatchObject({
    action: 'switch.edit',
    actor: { id: people.ada.id },
    details: { before: { switches: {} }, after: { switches: wanted.switches } },
  })
  expect((await as('stan', 'GET', '/people')).status).toBe(403)
  await refused(agency, ['stan', 'PUT', '/switches', { version: 2, switches: { user_management: true } }], {
    code: 'level.admin_only',
    whoCan: ['Admin'],
  })
  await refused(agency, ['ada', 'PUT', '/switches', { version: 2, switches: { levels: true } }], { status: 422, code: 'switch_unknown' })
})

test('[media B2] of two Admins who save the same version one is told what it is now, and nothing is lost', async () => {
  const agency = await mediaAgency(house)
  const save = (who: 'ada' | 'abe', switches: object) => agency.as(who, 'PUT', '/switches', { version: 1, switches })
  const [one, two] = await Promise.all([save('ada', { refunds: true }), save('abe', { client_export: true })])
  expect([one.status, two.status].sort()).toEqual([200, 409])
  const late = one.status === 409 ? one : two
  expect(late.body).toMatchObject({ code: 'changed_meanwhile', current: { version: 2 } })
  const { switches } = (await agency.as('ada', 'GET', '/switches')).body as { switches: { name: string; now: boolean }[] }
  expect(switches.filter(({ name, now }) => now && (name === 'refunds' || name === 'client_export'))).toHaveLength(1)
})

test('[media C2] Staff open User Management by default; once it is switched off for all, or for one, it is refused, naming who can switch it on', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  const off = { code: 'section.switched_off', says: /^User Management is switched off for you/, whoCan: ['Ada', 'Abe'] }
  const { abilities } = (await as('stan', 'GET', '/me')).body
  for (const row of ['person.list', 'report.read', 'calendar.read']) if (row in abilities) expect(abilities[row], row).toBe(true)

  expect((await as('ada', 'PUT', `/people/${people.stan.id}/switches/user_management`, { on: false })).status).toBe(200)
  await refused(agency, ['stan', 'GET', '/people'], { ...off, whoCan: ['Admin', 'Staff'] })
  expect((await as('vic', 'GET', '/people')).status).toBe(200)
  expect((await as('ada', 'PUT', `/people/${people.stan.id}/switches/user_management`, { on: null })).status).toBe(200)
  expect((await as('stan', 'GET', '/people')).status).toBe(200)

  expect((await as('ada', 'PUT', '/switches', { version: 1, switches: { user_management: false } })).status).toBe(200)
  for (const who of ['stan', 'vic'] as const) await refused(agency, [who, 'GET', '/people'], { code: 'section.switched_off' })
  expect((await as('ada', 'PUT', `/people/${people.vic.id}/switches/user_management`, { on: true })).status).toBe(200)
  expect((await as('vic', 'GET', '/people')).status).toBe(200)
  expect((await as('stan', 'GET', '/people')).status).toBe(403)
})

test('[media C7] an Admin widens one Staff person for seven days: at once, for them alone, and it ends by itself by the clock of the database', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  const exporting = async (who: 'stan' | 'vic') => (await as(who, 'GET', '/me')).body.abilities['person.export']
  expect(await exporting('stan')).not.toBe(true)
  const until = inDays(7)
  const given = await as('ada', 'PUT', `/people/${people.stan.id}/switches/client_export`, { on: true, until })
  expect(given.body.switches.client_export).toMatchObject({ on: true, until, by: 'Ada' })
  expect(await exporting('stan')).toBe(true)
  expect(await exporting('vic')).not.toBe(true)
  const { switches } = (await as('ada', 'GET', '/switches')).body
  expect(switches.find((one: { name: string }) => one.name === 'client_export').exceptions).toEqual([
    { id: people.stan.id, name: 'Stan', on: true, until },
  ])

  await sql(
    `update rolecall.person set switches = jsonb_set(switches, '{client_export,until}', to_jsonb(now() - interval '1 second')) where id = $1`,
    [people.stan.id],
  )
  expect(await exporting('stan')).not.toBe(true)
})

test('[media C7] nobody widens themselves, no end lies in the past, and what is never switchable has no switch', async () => {
  const agency = await mediaAgency(house)
  const { people } = agency
  const stan = `/people/${people.stan.id}/switches`
  await refused(agency, ['stan', 'PUT', `${stan}/refunds`, { on: true }], { code: 'level.admin_only', whoCan: ['Ada', 'Abe'] })
  await refused(agency, ['ada', 'PUT', `${stan}/refunds`, { on: true, until: inDays(-1) }], { status: 422, code: 'until_is_past' })
  for (const name of ['person.set_level', 'preferences', 'contractor_money'])
    await refused(agency, ['ada', 'PUT', `${stan}/${name}`, { on: true }], { status: 422, code: 'switch_unknown' })
  expect((await agency.as('ada', 'PUT', `${stan}/refunds`, { on: true })).status).toBe(200)
})
