// Open pages: what they hear, and how soon they end. The writer and the listener are two servers on one database.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { databaseAway, deactivated, type Refusal } from '#core/errors.ts'
import { changesFor } from '#core/live.ts'
import { newId } from '#core/work/trail.ts'
import { mediaAgency, type Staged, staffingAgency } from '../house/cast.ts'
import { sql } from '../house/facts.ts'
import { openTestHouse, type TestHouse } from '../house/house.ts'
import { crowd, fewAtOnce } from '../races/crowd.ts'
import { openPage } from './page.ts'

const house = await openTestHouse()
const hears = await openTestHouse({ listen: true })
const deaf = await openTestHouse({ listen: false })
afterAll(async () => {
  for (const one of [house, hears, deaf]) await one.close()
})
const open = <Name extends string>(on: TestHouse, agency: Staged<Name>, who: Name) => openPage(on, agency.id, agency.visitor(who).cookie)

for (const [name, on] of [
  ['NOTIFY heard', hears],
  ['NOTIFY lost', deaf],
] as const) {
  test(`[guarantee E4] [staffing 79] ${name}: sign-out, deactivation and the end of all sessions end an open page within a second`, async () => {
    const agency = await staffingAgency(house)
    const { people } = agency
    const pages = {
      sam: await open(on, agency, 'sam'),
      dana: await open(on, agency, 'dana'),
      priya: await open(on, agency, 'priya'),
      adam: await open(on, agency, 'adam'),
    }
    expect(Object.values(pages).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    await agency.as('olive', 'POST', `/people/${people.sam.id}/deactivation`)
    expect(await pages.sam.end()).toBeLessThan(1000)
    await agency.as('olive', 'DELETE', `/people/${people.dana.id}/sessions`)
    expect(await pages.dana.end()).toBeLessThan(1000)
    expect((await agency.visitor('priya').call('POST', '/api/auth/sign-out', {})).status).toBe(200)
    expect(await pages.priya.end()).toBeLessThan(1000)
    expect((await open(on, agency, 'sam')).status).toBe(401)
    // Whoever may stay goes on hearing.
    await agency.as('olive', 'PATCH', `/people/${people.adam.id}`, { version: 1, title: 'Lead' })
    expect(await pages.adam.hears('person')).toBeLessThan(1000)
    await pages.adam.leave()
  })

  test(`[guarantee E4] [staffing 76] ${name}: a promotion reaches an open page within a second, and the next request acts on it`, async () => {
    const agency = await staffingAgency(house)
    const page = await open(on, agency, 'sam')
    expect((await agency.as('sam', 'GET', '/activity')).status).toBe(403)
    expect((await agency.as('adam', 'PUT', `/people/${agency.people.sam.id}/level`, { version: 1, level: 'administrator' })).status).toBe(
      200,
    )
    expect(await page.hears('rights')).toBeLessThan(1000)
    expect((await agency.as('sam', 'GET', '/activity')).status).toBe(200)
    await page.leave()
  })

  test(`[guarantee E4] ${name}: after a demotion an open page hears of nobody they may not see any more`, async () => {
    const agency = await mediaAgency(house)
    const { people } = agency
    const [stan, ada] = [await open(on, agency, 'stan'), await open(on, agency, 'ada')]
    await agency.as('ada', 'PATCH', `/people/${people.drew.id}`, { version: 1, title: 'Pilot' })
    expect(await stan.hears('person')).toBeLessThan(1000)
    await agency.as('ada', 'PUT', `/people/${people.stan.id}/level`, { version: 1, level: 'contractor' })
    expect(await stan.hears('rights')).toBeLessThan(1000)
    const before = stan.heard.length
    ada.heard.length = 0
    await agency.as('ada', 'PATCH', `/people/${people.drew.id}`, { version: 2, title: 'Photographer' })
    await agency.as('ada', 'POST', '/invitations', { emails: [`x@${agency.slug}.example`], level: 'staff' })
    expect(await ada.hears('invitation')).toBeLessThan(1000)
    await wait(100)
    expect(stan.heard.slice(before).filter(({ id }) => id === people.drew.id)).toEqual([])
    expect(stan.heard.slice(before).filter(({ noun }) => noun === 'invitation')).toEqual([])
    await Promise.all([stan.leave(), ada.leave()])
  })
}

test('[guarantee E4] a session whose time is over ends its page, and another agency hears nothing', async () => {
  const agency = await staffingAgency(house)
  const other = await staffingAgency(house)
  const page = await open(hears, agency, 'sam')
  const elsewhere = await open(hears, other, 'olive')
  await agency.as('olive', 'PATCH', `/people/${agency.people.adam.id}`, { version: 1, title: 'Lead' })
  expect(await page.hears('person')).toBeLessThan(1000)
  await sql('update login.login_session set expires_at = now() where login_id = $1', [agency.people.sam.login])
  expect(await page.end()).toBeLessThan(1100)
  expect(elsewhere.heard.map(({ noun }) => noun)).toEqual(['hello'])
  await elsewhere.leave()
})

for (const [name, on, most] of [
  ['NOTIFY heard', hears, 1000],
  ['NOTIFY lost', deaf, 2000],
] as const) {
  test(`[guarantee E4] ${name}: of 40 open pages, all are ended or asked anew in time when 20 people are deactivated and 20 demoted at once`, {
    timeout: 60_000,
  }, async () => {
    const agencies = await crowd(house, 20, 'staffing', { olive: 'administrator', adam: 'administrator', sam: 'standard' })
    const pages = await fewAtOnce(agencies, 8, async ({ id, cookie }) => ({
      adam: await openPage(on, id, cookie('adam')),
      sam: await openPage(on, id, cookie('sam')),
    }))
    const took = await fewAtOnce(agencies, 4, async ({ as, people }, i) => {
      await as('olive', 'POST', `/people/${people.sam.id}/deactivation`)
      const ended = pages[i]!.sam.end()
      await as('olive', 'PUT', `/people/${people.adam.id}/level`, { version: 1, level: 'standard' })
      pages[i]!.adam.heard.length = 0
      await as('olive', 'PATCH', `/people/${people.olive.id}`, { version: 1, title: 'Owner' })
      return [await ended, await pages[i]!.adam.hearsOrEnds('person')]
    })
    expect(pages.some(({ adam }) => adam.heard.some(({ noun }) => noun === 'person'))).toBe(true)
    await Promise.all(pages.map(({ adam }) => adam.leave()))
    const sorted = took.flat().toSorted((one, other) => one - other)
    expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(1000)
    expect(sorted.at(-1)).toBeLessThan(most)
  })
}

/** A stream of two words, while the database answers the work of each as is said here: with a refusal, or not at all. */
function streamed(...answers: (Refusal | null)[]) {
  const works = {
    async as() {
      const no = answers.shift()
      if (no) throw no
      return true
    },
  }
  const agency = newId()
  const live = {
    async *of() {
      yield { agency_id: agency, noun: 'hello', thing: agency }
      yield { agency_id: agency, noun: 'person', thing: newId() }
    },
  }
  const visit = { works, live, login: { id: newId(), session: newId() }, agency, action: 'agency.read' }
  return changesFor(visit as never, undefined)
}

test('a change that cannot be asked about ends the stream, so that the page opens it anew and misses nothing', async () => {
  const stream = await streamed(null, null, databaseAway())
  expect((await stream.next()).value).toEqual({ noun: 'hello' })
  await expect(stream.next()).rejects.toThrow(databaseAway().message)
})

test('whoever is deactivated between the answer and the first word hears none', async () => {
  const stream = await streamed(null, deactivated())
  expect(await stream.next()).toEqual({ value: undefined, done: true })
})
