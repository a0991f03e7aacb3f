// A day before something that was switched on for one person ends, they get a letter: one, also when two processes look at once.
import { afterAll, expect, test } from 'vitest'
import { warnOfEndings } from '#jobs/ending.ts'
import { mediaAgency, type mediaCast, type Staged } from '../house/cast.ts'
import { lines, refused, sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const inHours = (hours: number) => new Date(Date.now() + hours * 3600_000).toISOString()
const look = () => warnOfEndings(house.pools.jobs, house.works)
type Media = Staged<keyof typeof mediaCast>
type Setting = { on: boolean | null; until?: string | null }
const put = async ({ as, people }: Media, who: keyof typeof mediaCast, name: string, setting: Setting) =>
  expect((await as('ada', 'PUT', `/people/${people[who].id}/switches/${name}`, setting)).status).toBe(200)
const warnings = async ({ people }: Media, who: keyof typeof mediaCast) =>
  (await house.lettersTo(people[who].email)).map(({ subject }) => subject).filter((subject) => / is on for you until /.test(subject))

test('[media C7] whoever has something until tomorrow is told in time, once; whoever has it for longer is not told yet', async () => {
  const agency = await mediaAgency(house)
  await put(agency, 'stan', 'refunds', { on: true, until: inHours(23) })
  await put(agency, 'vic', 'refunds', { on: true, until: inHours(25) })
  const version = (await agency.as('ada', 'GET', `/people/${agency.people.stan.id}`)).body.version
  for (let i = 0; i < 3; i++) await look()
  expect(await warnings(agency, 'stan')).toEqual([expect.stringMatching(/^Refunds is on for you until \w{3} \d+ \w{3}, \d\d:\d\d$/)])
  expect(await warnings(agency, 'vic')).toEqual([])
  const letter = await house.letterTo(agency.people.stan.email, /Refunds/)
  expect(letter.text).toContain('An Admin can switch it on for longer.')
  expect(letter.text).toContain('Northlight Media')
  // Who edits Stan meanwhile is not disturbed, and the activity tells what people did.
  expect((await agency.as('ada', 'GET', `/people/${agency.people.stan.id}`)).body.version).toBe(version)
  expect((await lines(agency)).filter(({ action }) => action !== 'person.switch')).toHaveLength(1)
  expect((await agency.as('ada', 'GET', '/activity/chain')).body.bad).toBeNull()

  await put(agency, 'stan', 'refunds', { on: true, until: inHours(12) }) // a new end is a new warning
  await look()
  expect(await warnings(agency, 'stan')).toHaveLength(2)
})

test('[media C7] after days of downtime whoever can still be told is told, and nobody after the end', async () => {
  const agency = await mediaAgency(house)
  await put(agency, 'stan', 'refunds', { on: true, until: inHours(1) })
  await put(agency, 'vic', 'refunds', { on: true, until: inHours(1) })
  const over = `update rolecall.person set switches = jsonb_set(switches, '{refunds,until}', to_jsonb(now() - interval '1 second')) where id = $1`
  await sql(over, [agency.people.vic.id])
  await look()
  expect(await warnings(agency, 'stan')).toHaveLength(1)
  expect(await warnings(agency, 'vic')).toEqual([])
})

test('nobody is told of an end that takes nothing from them', async () => {
  const agency = await mediaAgency(house)
  await put(agency, 'stan', 'orders', { on: true, until: inHours(5) }) // on for everybody
  await put(agency, 'stan', 'reporting', { on: false, until: inHours(5) })
  await put(agency, 'vic', 'refunds', { on: true, until: inHours(5) })
  await agency.as('ada', 'POST', `/people/${agency.people.vic.id}/deactivation`)
  await put(agency, 'connie', 'contractor_money', { on: true, until: inHours(5) })
  await look()
  expect([await warnings(agency, 'stan'), await warnings(agency, 'vic')]).toEqual([[], []])
  expect(await warnings(agency, 'connie')).toHaveLength(1)
})

test('[media C7] of two processes that look at once, one writes the letter', async () => {
  const agency = await mediaAgency(house)
  for (let i = 1; i <= 5; i++) {
    await put(agency, 'stan', 'refunds', { on: true, until: inHours(20 + i / 10) })
    await Promise.all([look(), look(), look()])
    expect(await warnings(agency, 'stan')).toHaveLength(i)
  }
})

test('a careless twin that looks, then sends, writes two', async () => {
  const agency = await mediaAgency(house)
  await put(agency, 'stan', 'refunds', { on: true, until: inHours(20) })
  const { id, email } = agency.people.stan
  let looked = 0
  let both = () => {}
  const bothLooked = new Promise<void>((go) => {
    both = go
  })
  const careless = () =>
    house.works.asGuest({ agency: agency.id, writes: true }, async ({ db, trail }) => {
      const of = db.selectFrom('person').select('switches').where('agency_id', '=', agency.id).where('id', '=', id)
      const { switches } = await of.executeTakeFirstOrThrow()
      if (++looked === 2) both()
      await bothLooked
      if (switches.refunds?.warned) return
      trail.send({ to: email, subject: 'Refunds is on for you until tomorrow', html: '<p>Soon</p>', text: 'Soon' })
      const warned = JSON.stringify({ refunds: { ...switches.refunds, warned: true } })
      await db.updateTable('person').set({ switches: warned }).where('agency_id', '=', agency.id).where('id', '=', id).execute()
    })
  await Promise.all([careless(), careless()])
  expect(await warnings(agency, 'stan')).toHaveLength(2)
})

test('what the letter is about is the business of the jobs alone: a person cannot mark it', async () => {
  const agency = await mediaAgency(house)
  const path = `/people/${agency.people.stan.id}/switches/refunds`
  await refused(agency, ['stan', 'PUT', path, { on: true, until: inHours(9) }], { code: 'level.admin_only' })
  expect((await agency.as('ada', 'PUT', path, { on: true, until: inHours(9), warned: true })).status).toBe(400)
  await put(agency, 'stan', 'refunds', { on: true, until: inHours(9) })
  await look()
  expect(await warnings(agency, 'stan')).toHaveLength(1)
})
