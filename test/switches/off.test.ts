// Why something is off that was on: the same sentence from the server, on the locked control, in the explanation and in Permissions.
import { afterAll, expect, test } from 'vitest'
import { refusalOf } from '#policy/ability.ts'
import { mediaAgency, type mediaCast, type Staged, staffingAgency } from '../house/cast.ts'
import { refused, sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
type Media = Staged<keyof typeof mediaCast>
type Said = { code: string; message: string }
type Row = { action: string; kind: string; words: string }
const inDays = (days: number) => new Date(Date.now() + days * 864e5).toISOString()
const put = async ({ as, people }: Media, who: keyof typeof mediaCast, name: string, setting: object) =>
  expect((await as('ada', 'PUT', `/people/${people[who].id}/switches/${name}`, setting)).status).toBe(200)
/** The end came: four in the afternoon in New York, long ago. */
const end = ({ people }: Media, who: keyof typeof mediaCast, name: string) =>
  sql(`update rolecall.person set switches = jsonb_set(switches, array[$2, 'until'], '"2026-03-05T21:00:00Z"') where id = $1`, [
    people[who].id,
    name,
  ])
const day = (at = new Date()) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'America/New_York' })
    .format(at)
    .replace(',', '')
    .replace('Sept', 'Sep')

/** What each place that explains says to this person about an act without a record. */
async function everywhere({ as, people }: Media, who: keyof typeof mediaCast, action: string) {
  const { abilities } = (await as(who, 'GET', '/me')).body
  const why = (await as(who, 'GET', `/permissions/explanation?action=${action}`)).body as Said
  const mine = ((await as('ada', 'GET', `/people/${people[who].id}/permissions`)).body as Row[]).find((row) => row.action === action)!
  return { browser: refusalOf(abilities[action]), why, column: mine.words }
}
async function allSay(agency: Media, who: keyof typeof mediaCast, action: string, said: Said) {
  const { browser, why, column } = await everywhere(agency, who, action)
  expect(browser).toMatchObject(said)
  expect(why).toMatchObject({ allowed: false, ...said })
  expect(column).toBe(said.message)
}

test('[media C7] once it has ended, everything that refuses says until when it was, and who can switch it on again', async () => {
  const agency = await mediaAgency(house)
  const never = (await everywhere(agency, 'vic', 'payment.refund')).why
  expect(never).toMatchObject({ code: 'money.admin_only', message: 'Refunds is switched off for you. An Admin can switch it on.' })
  await put(agency, 'stan', 'refunds', { on: true, until: inDays(7) })
  expect((await everywhere(agency, 'stan', 'payment.refund')).browser).toBeNull()
  await end(agency, 'stan', 'refunds')
  const message = `Refunds was switched on for you until ${thatDay}, 16:00. An Admin can switch it on again.`
  await allSay(agency, 'stan', 'payment.refund', { code: 'grant.expired', message })
  expect((await everywhere(agency, 'vic', 'payment.refund')).why).toMatchObject({ message: never.message })
})
const thatDay = new Date().getFullYear() === 2026 ? 'Thu 5 Mar' : '5 Mar 2026'

test('[media C7] a record and a request say it as well, but only where the end alone is the reason', async () => {
  const agency = await mediaAgency(house)
  const { as, people } = agency
  await as('ada', 'PUT', '/switches', { version: 1, switches: { user_management: false } })
  await put(agency, 'stan', 'user_management', { on: true, until: inDays(7) })
  const agnes = { ...(await as('stan', 'GET', `/people/${people.agnes.id}`)).body, agency_id: agency.id }
  const vic = { ...(await as('stan', 'GET', `/people/${people.vic.id}`)).body, agency_id: agency.id }
  expect(agnes.can['person.edit']).toBe(true)
  await end(agency, 'stan', 'user_management')
  const said = {
    code: 'grant.expired',
    message: `User Management was switched on for you until ${thatDay}, 16:00. An Admin can switch it on again.`,
  }
  await refused(agency, ['stan', 'GET', '/people'], { code: said.code, says: said.message })
  const { abilities } = (await as('stan', 'GET', '/me')).body
  expect(refusalOf(abilities['person.edit'], agnes)).toMatchObject(said)
  expect(refusalOf(abilities['person.edit'], vic)).toMatchObject({ code: 'level.admin_only' })
  const agent = { name: 'Rex', email: null, phone: null, title: null, level: 'agent' }
  const answer = await refused(agency, ['stan', 'POST', '/people', agent], { code: said.code })
  expect(answer.body.message).toBe(said.message)
  await refused(agency, ['stan', 'POST', '/people', { ...agent, level: 'staff' }], { code: 'level.admin_only' })
  const self = (await as('stan', 'GET', `/people/${people.stan.id}`)).body
  expect(self.can['person.edit']).toMatchObject({ code: 'level.admin_only' })
})

test('[staffing 91] what somebody may not know of stays not there, also when it is an end that hides it', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  await as('olive', 'PUT', '/switches', { version: 1, switches: { all_talent: false } })
  const path = `/people/${people.sam.id}/switches/all_talent`
  expect((await as('olive', 'PUT', path, { on: true, until: inDays(1) })).status).toBe(200)
  expect((await as('sam', 'GET', `/people/${people.tara.id}`)).status).toBe(200)
  await end(agency as never, 'sam' as never, 'all_talent')
  expect((await as('sam', 'GET', `/people/${people.tara.id}`)).body).toMatchObject({ code: 'not_found' })
  const said = (await as('sam', 'GET', '/permissions/explanation?action=talent.export')).body
  expect(said.allowed).toBe(true)
})

test('[media C2] what is switched off says since when and by whom, for one and for everybody, to whoever may see that person', async () => {
  const agency = await mediaAgency(house)
  const { as } = agency
  const off = (called: string, by = ' by Ada') => `${called} is switched off for you since ${day()}${by}. An Admin can switch it on.`
  await put(agency, 'stan', 'reporting', { on: false })
  await allSay(agency, 'stan', 'report.read', { code: 'section.switched_off', message: off('Reporting') })
  expect((await everywhere(agency, 'vic', 'report.read')).browser).toBeNull()

  await as('abe', 'PUT', '/switches', { version: 1, switches: { calendar: false, reporting: true } })
  for (const who of ['stan', 'vic'] as const)
    expect((await everywhere(agency, who, 'calendar.read')).why.message).toBe(off('Calendar', ' by Abe'))
  await as('ada', 'PUT', '/switches', { version: 2, switches: { calendar: false, price_book: false } }) // what was off stays Abe's
  expect((await everywhere(agency, 'vic', 'calendar.read')).why.message).toBe(off('Calendar', ' by Abe'))
  expect((await everywhere(agency, 'vic', 'price_book.read')).why.message).toBe(off('Price book'))

  await as('ada', 'PUT', '/switches', { version: 3, switches: { user_management: false } })
  const section = { code: 'section.switched_off', message: off('User Management', '') } // Stan sees nobody now
  const answer = await refused(agency, ['stan', 'GET', '/people'], { code: section.code })
  expect(answer.body.message).toBe(section.message)
  expect((await everywhere(agency, 'stan', 'person.list')).browser).toMatchObject(section)
  expect((await everywhere(agency, 'stan', 'person.list')).column).toBe(off('User Management')) // and Ada sees herself
  await as('ada', 'PUT', '/switches', { version: 4, switches: { user_management: true } })
  expect((await as('stan', 'GET', '/people')).status).toBe(200)
})

test('who switched what is told in the line of the activity, and kept nowhere else that is shown', async () => {
  const agency = await mediaAgency(house)
  await agency.as('ada', 'PUT', '/switches', { version: 1, switches: { reporting: false } })
  const [{ switched }] = (await sql<{ switched: unknown }>('select switched from rolecall.agency where id = $1', [agency.id])) as [
    { switched: unknown },
  ]
  expect(switched).toMatchObject({ reporting: { by: 'Ada', by_id: agency.people.ada.id, at: expect.any(String) } })
  const { entries } = (await agency.as('ada', 'GET', '/activity')).body
  expect(entries[0].details).toEqual({ before: { switches: {} }, after: { switches: { reporting: false } } })
  const late = await agency.as('abe', 'PUT', '/switches', { version: 1, switches: { calendar: false } })
  expect(late.body.current.switches).toEqual({ reporting: false })
  expect(late.body.current).not.toHaveProperty('switched')
})
