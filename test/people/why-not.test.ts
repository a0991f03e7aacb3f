// "Why can't I?" has one answer: on the locked control, in the explanation, and from the server when it is tried anyway.
import { afterAll, expect, test } from 'vitest'
import type { Kind } from '#db/tables.ts'
import { refusalOf } from '#policy/ability.ts'
import { portals } from '../../src/portals.ts'
import { mediaAgency, type Staged, staffingAgency } from '../house/cast.ts'
import { refused } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
type Said = { code: string; message: string }
type Person = { id: string; name: string; version: number; can: Record<string, true | Said> }
type Try = [method: string, path: string, body?: unknown]

/** The request behind each control of a person's page. */
const tries = (level: string): Record<string, (person: Person) => Try> => ({
  'person.edit': ({ id, version }) => ['PATCH', `/people/${id}`, { version, title: 'x' }],
  'person.set_level': ({ id, version }) => ['PUT', `/people/${id}/level`, { version, level }],
  'person.set_job_roles': ({ id, version }) => ['PUT', `/people/${id}/job-roles`, { version, job_roles: [] }],
  'person.deactivate': ({ id }) => ['POST', `/people/${id}/deactivation`],
  'person.restore': ({ id }) => ['DELETE', `/people/${id}/deactivation`],
  'person.end_sessions': ({ id }) => ['DELETE', `/people/${id}/sessions`],
  'person.send_reset': ({ id }) => ['POST', `/people/${id}/password-reset`],
})

const agencies: Record<Kind, { open: () => Promise<Staged<string>>; level: string; askers: string[] }> = {
  staffing: { open: () => staffingAgency(house) as never, level: 'standard', askers: ['tara', 'sam', 'adam', 'olive'] },
  media: { open: () => mediaAgency(house) as never, level: 'staff', askers: ['agnes', 'drew', 'stan', 'ada'] },
}

for (const [kind, { open, level, askers }] of Object.entries(agencies)) {
  test(`[staffing 91] ${kind}: every locked control of every person's page says what the server and the explanation say`, {
    timeout: 60_000,
  }, async () => {
    const agency = await open()
    let locked = 0
    for (const who of askers) {
      const { abilities } = (await agency.as(who, 'GET', '/me')).body
      for (const name of Object.keys(agency.people)) {
        const page = await agency.as(who, 'GET', `/people/${agency.people[name]!.id}`)
        if (page.status === 404) continue
        const person = page.body as Person
        const facts = { ...person, agency_id: agency.id }
        for (const [action, asking] of Object.entries(tries(level))) {
          const said = person.can[action]!
          const inBrowser = refusalOf(abilities[action], facts)
          expect(inBrowser && { code: inBrowser.code, message: inBrowser.message }, `${who} ${action} ${name}`).toEqual(
            said === true ? null : said,
          )
          if (said === true) continue
          locked++
          const why = (await agency.as(who, 'GET', `/permissions/explanation?action=${action}&id=${person.id}`)).body
          expect(why).toMatchObject({ allowed: false, ...said })
          const answer = await agency.as(who, ...asking(person))
          expect(answer.body, `${who} ${action} ${name}`).toMatchObject({ ...said, action })
          expect(answer.status).toBeGreaterThanOrEqual(400)
        }
      }
    }
    expect(locked).toBeGreaterThan(30)
  })

  test(`[staffing 91] ${kind}: for every row of the table, whoever could never do it is told why and who can`, {
    timeout: 60_000,
  }, async () => {
    const agency = await open()
    const { policy } = portals[kind as Kind]
    for (const who of askers.slice(1, 3)) {
      const { abilities } = (await agency.as(who, 'GET', '/me')).body
      expect(Object.keys(abilities)).toEqual([...policy.actions])
      for (const action of policy.actions) {
        const why = (await agency.as(who, 'GET', `/permissions/explanation?action=${action}`)).body
        const never = refusalOf(abilities[action], {}, undefined) !== null && 'refused' in abilities[action]
        if (never) expect(why, `${who} ${action}`).toMatchObject({ allowed: false, ...said(abilities[action].refused) })
        if (why.allowed === false)
          expect(why, `${who} ${action}`).toMatchObject({ action, message: expect.stringMatching(/^\S.*\.$/), whoCan: expect.any(Array) })
      }
    }
  })
}
const said = ({ code, message }: Said) => ({ code, message })

test('[staffing 92] the Account Owner prints the matrix of the running policy, cell by cell; an Administrator too, a Standard User not', async () => {
  const agency = await staffingAgency(house)
  const { policy } = portals.staffing
  const printed = (await agency.as('olive', 'GET', '/permissions')).body as {
    levels: { name: string; title: string }[]
    rows: { action: string; can: string; cells: { level: string; words: string; kind: string }[] }[]
  }
  expect(printed.levels.map(({ title }) => title)).toEqual(['Account Owner', 'Account Administrator', 'Standard User', 'Talent'])
  expect(printed.rows.map(({ action }) => action)).toEqual([...policy.actions])
  for (const { action, can, cells } of printed.rows) {
    const row = policy.row(action)
    expect(can).toBe(row.can)
    expect(cells.map(({ words }) => words)).toEqual(policy.levels.map((level) => policy.words(row.cells[level as never]!)))
  }
  const row = (action: string) => printed.rows.find((one) => one.action === action)!.cells.map(({ kind }) => kind)
  expect(row('preferences.edit')).toEqual(['yes', 'no', 'no', 'no'])
  expect(row('talent.archive')).toEqual(['yes', 'yes', 'condition', 'no'])
  expect((await agency.as('adam', 'GET', '/permissions')).status).toBe(200)
  await refused(agency, ['sam', 'GET', '/permissions'], { code: 'requires_administrator', whoCan: ['Olive', 'Adam', 'Priya'] })
})
