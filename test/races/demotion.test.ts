// A write in flight while its author is demoted: decided before or refused after, never both.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { crowd, fewAtOnce, scratch } from './crowd.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const inFlight = 8

test('[guarantee E3] eight writes in flight while their author is demoted, 100 times: none commits after the demotion was acknowledged', {
  timeout: 90_000,
}, async () => {
  const agencies = await crowd(house, 100, 'staffing', { olive: 'administrator', adam: 'administrator' })
  const told = await fewAtOnce(agencies, 2, async ({ id, as, people }, round) => {
    const invite = (n: number) => as('adam', 'POST', '/invitations', { emails: [`${n}@a-${id.slice(-12)}.example`], level: 'standard' })
    const written = async () =>
      (
        await sql<{ seq: number }>(
          `select seq from rolecall.audit where agency_id = $1 and action = 'invitation.create' and decision = 'allowed' order by seq`,
          [id],
        )
      ).map(({ seq }) => Number(seq))
    const many = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => invite(from + n))
    const flying = many(0, round % inFlight)
    await wait(round % 3)
    const demotion = as('olive', 'PUT', `/people/${people.adam.id}/level`, { version: 1, level: 'standard' })
    flying.push(...many(round % inFlight, inFlight))
    const demoted = await demotion
    const [atOnce, late] = [await written(), await invite(99)]
    const answers = await Promise.all(flying)
    const [{ seq }] = (await sql<{ seq: number }>(`select seq from rolecall.audit where agency_id = $1 and action = 'person.set_level'`, [
      id,
    ])) as [{ seq: number }]
    return {
      demoted: demoted.status,
      late: late.status,
      atOnce,
      after: await written(),
      since: Number(seq),
      statuses: answers.map(({ status }) => status),
    }
  })
  for (const { demoted, late, atOnce, after, since, statuses } of told) {
    expect([demoted, late]).toEqual([200, 403])
    expect(after).toEqual(atOnce)
    expect(after.filter((seq) => seq > since)).toEqual([])
    expect(statuses.filter((status) => status === 200)).toHaveLength(after.length)
    expect(statuses.every((status) => status === 200 || status === 403)).toBe(true)
  }
  const some = told.flatMap(({ statuses }) => statuses)
  expect([some.includes(200), some.includes(403)]).toEqual([true, true]) // some came before, some after
})

test('whoever never stops writing cannot put off their own deactivation', async () => {
  const [agency] = await crowd(house, 1, 'staffing', { olive: 'administrator', sam: 'standard' })
  const { as, people } = agency!
  let over = false
  const writing = Array.from({ length: inFlight }, async () => {
    let status = 200
    while (!over && status === 200) status = (await as('sam', 'POST', '/me/presence')).status
    return status
  })
  await wait(200)
  const removed = await as('olive', 'POST', `/people/${people.sam.id}/deactivation`)
  over = true
  expect([removed.status, removed.body.status]).toEqual([200, 'deactivated'])
  expect((await Promise.all(writing)).every((status) => status === 200 || status === 401)).toBe(true)
})

test('[guarantee E3] the careless twin decides before its transaction: some writes come after the demotion', async () => {
  const late = await scratch(
    'public.careless_rights',
    'agency int primary key, level text, written int not null default 0',
    async (pool) => {
      await pool.query(`insert into public.careless_rights select a, 'administrator' from generate_series(1, 100) a`)
      const written = async (agency: number) =>
        (await pool.query('select written from public.careless_rights where agency = $1', [agency])).rows[0].written as number
      const write = async (agency: number) => {
        const { rows } = await pool.query('select level from public.careless_rights where agency = $1', [agency])
        if (rows[0].level !== 'administrator') return
        const client = await pool.connect()
        await client.query('begin')
        await client.query('update public.careless_rights set written = written + 1 where agency = $1', [agency])
        await client.query('commit')
        client.release()
      }
      const rounds = Array.from({ length: 100 }, (_, i) => i + 1)
      const after = await fewAtOnce(rounds, 1, async (agency) => {
        const flying = Array.from({ length: inFlight }, () => write(agency))
        await pool.query(`update public.careless_rights set level = 'standard' where agency = $1`, [agency])
        const atOnce = await written(agency)
        await Promise.all(flying)
        return (await written(agency)) - atOnce
      })
      return after.reduce((sum, n) => sum + n, 0)
    },
  )
  expect(late).toBeGreaterThan(0)
})
