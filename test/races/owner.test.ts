// Everybody wants something else of the Account Owner at the same instant.
import type { Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { crowd, fewAtOnce, sampler, scratch, withoutKeeper } from './crowd.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const harbor = { olive: 'administrator', bo: 'administrator', cleo: 'administrator', sam: 'standard' } as const
const polite = new Set([200, 401, 403, 404, 409, 422])
const transfers = async (agencies: { id: string }[]) => {
  const text = `select count(*)::int as n from rolecall.audit where agency_id = any($1::uuid[]) and action = 'agency.transfer' and decision = 'allowed' group by agency_id`
  return (await sql<{ n: number }>(text, [agencies.map(({ id }) => id)])).map(({ n }) => n)
}

test('[guarantee G1] [guarantee G3] six racers on the owner of each of 1,000 agencies: one owner at every instant, and every loser hears why', {
  timeout: 180_000,
}, async () => {
  const agencies = await crowd(house, 1000, 'staffing', harbor)
  const stop = sampler(agencies)
  const ends = await fewAtOnce(agencies, 4, async ({ as, people }) => {
    const answers = await Promise.all([
      as('olive', 'POST', '/owner/transfer', { to: people.bo.id, from: people.olive.id }),
      as('olive', 'POST', '/owner/transfer', { to: people.cleo.id, from: people.olive.id }),
      as('cleo', 'PUT', `/people/${people.bo.id}/level`, { version: 1, level: 'standard' }),
      as('bo', 'POST', `/people/${people.cleo.id}/deactivation`),
      as('bo', 'POST', `/people/${people.olive.id}/deactivation`),
      as('olive', 'POST', `/people/${people.olive.id}/deactivation`),
    ])
    return answers.map(({ status }) => status)
  })
  const { looks, wrong } = await stop()
  expect(ends.flat().filter((status) => !polite.has(status))).toEqual([])
  expect([wrong, await withoutKeeper(agencies)]).toEqual([0, 0])
  expect(looks).toBeGreaterThan(100)
  for (const [toBo, toCleo] of ends) expect([toBo, toCleo].filter((status) => status === 200).length).toBeLessThanOrEqual(1)
  expect(Math.max(...(await transfers(agencies)))).toBe(1)
  expect(new Set(ends.map(String)).size).toBeGreaterThan(1) // they did race
})

test('[guarantee G1] the careless twin, with the owner as a level in the row, looks first and writes later: some agencies end with none or two', async () => {
  const many = 200
  const bad = await scratch('public.careless_owner', 'agency int, name text, level text, status text', async (pool) => {
    await pool.query(
      `insert into public.careless_owner select a, n, case n when 'olive' then 'owner' else 'administrator' end, 'active' from generate_series(1, $1) a, unnest(array['olive', 'bo', 'cleo']) n`,
      [many],
    )
    await fewAtOnce(
      Array.from({ length: many }, (_, i) => i + 1),
      2,
      (agency) => carelessly(pool, agency),
    )
    const { rows } = await pool.query(
      `select agency from public.careless_owner group by agency having count(*) filter (where level = 'owner' and status = 'active') <> 1`,
    )
    return rows.length
  })
  expect(bad).toBeGreaterThan(0)
})

function carelessly(pool: Pool, agency: number) {
  const look = async (name: string) =>
    (await pool.query('select level, status from public.careless_owner where agency = $1 and name = $2', [agency, name])).rows[0]
  const write = (name: string, column: string, value: string) =>
    pool.query(`update public.careless_owner set ${column} = $3 where agency = $1 and name = $2`, [agency, name, value])
  const transfer = async (to: string) => {
    const [me, next] = await Promise.all([look('olive'), look(to)])
    if (me.level !== 'owner' || next.level !== 'administrator' || next.status !== 'active') return
    await write('olive', 'level', 'administrator')
    await write(to, 'level', 'owner')
  }
  const unlessOwner = async (name: string, column: string, value: string) => {
    if ((await look(name)).level !== 'owner') await write(name, column, value)
  }
  return Promise.all([
    transfer('bo'),
    transfer('cleo'),
    unlessOwner('bo', 'level', 'standard'),
    unlessOwner('cleo', 'status', 'deactivated'),
    unlessOwner('olive', 'status', 'deactivated'),
  ])
}

const repetitions = 400

test('[staffing 20] two tabs transfer at once, 400 times: one is done, the other hears that she is not the owner any more', {
  timeout: 60_000,
}, async () => {
  const agencies = await crowd(house, repetitions, 'staffing', harbor)
  const heard = await fewAtOnce(agencies, 4, async ({ as, people }, i) => {
    const to = (name: 'bo' | 'cleo') => as('olive', 'POST', '/owner/transfer', { to: people[name].id, from: people.olive.id })
    const answers = await Promise.all(i % 2 ? [to('bo'), to('cleo')] : [to('cleo'), to('bo')])
    return answers
      .map(({ status, body }) => `${status} ${body.code ?? body.owner.name}`)
      .sort()
      .join(', ')
  })
  expect([...new Set(heard)].sort()).toEqual(['200 bo, 409 not_account_owner', '200 cleo, 409 not_account_owner'])
  expect(await transfers(agencies)).toEqual(Array(repetitions).fill(1))
  expect(await withoutKeeper(agencies)).toBe(0)
})

type Lowers = (to: string) => [method: string, path: string, body?: unknown]
const eitherOr = ['transfer 200 , other 403 account_owner_protected', 'transfer 422 new_owner_must_be_administrator, other 200 ']
/** She hands over to Bo while Cleo lowers Bo; what both hear, and how often somebody saw an owner who is not one. */
async function handedOverWhile(lowers: Lowers) {
  const agencies = await crowd(house, repetitions, 'staffing', harbor)
  const stop = sampler(agencies)
  const heard = await fewAtOnce(agencies, 4, async ({ as, people }, i) => {
    const hand = () => as('olive', 'POST', '/owner/transfer', { to: people.bo.id, from: people.olive.id })
    const lower = () => as('cleo', ...lowers(people.bo.id))
    const [handed, lowered] = i % 2 ? await Promise.all([hand(), lower()]) : (await Promise.all([lower(), hand()])).reverse()
    return `transfer ${handed!.status} ${handed!.body.code ?? ''}, other ${lowered!.status} ${lowered!.body.code ?? ''}`
  })
  const { wrong } = await stop()
  return { heard: [...new Set(heard)].sort(), wrong: wrong + (await withoutKeeper(agencies)) }
}

test('[staffing 21] [guarantee G2] she hands over to an Administrator whom another demotes, 400 times: one of both, and never an owner below', {
  timeout: 60_000,
}, async () => {
  const told = await handedOverWhile((to) => ['PUT', `/people/${to}/level`, { version: 1, level: 'standard' }])
  expect(told).toEqual({ heard: eitherOr, wrong: 0 })
})

test('[staffing 22] [guarantee G2] she hands over to an Administrator whom another deactivates, 400 times: the same', {
  timeout: 60_000,
}, async () => {
  const told = await handedOverWhile((to) => ['POST', `/people/${to}/deactivation`])
  expect(told).toEqual({ heard: eitherOr, wrong: 0 })
})

test('[guarantee G8] two Admins demote and remove each other and themselves, in 200 media agencies: one always remains', {
  timeout: 60_000,
}, async () => {
  const agencies = await crowd(house, 200, 'media', { ada: 'admin', abe: 'admin', stan: 'staff' })
  const stop = sampler(agencies)
  const heard = await fewAtOnce(agencies, 4, async ({ as, people }) => {
    const answers = await Promise.all([
      as('ada', 'PUT', `/people/${people.abe.id}/level`, { version: 1, level: 'staff' }),
      as('abe', 'PUT', `/people/${people.ada.id}/level`, { version: 1, level: 'staff' }),
      as('ada', 'POST', `/people/${people.ada.id}/deactivation`),
      as('abe', 'POST', `/people/${people.abe.id}/deactivation`),
    ])
    return answers.map(({ status }) => status)
  })
  const { wrong } = await stop()
  expect(heard.flat().filter((status) => !polite.has(status))).toEqual([])
  expect([wrong, await withoutKeeper(agencies)]).toEqual([0, 0])
  expect(heard.every((statuses) => statuses.includes(200))).toBe(true)
})

test('[guarantee G8] the careless twin counts the Admins and then writes: some agencies end without any', async () => {
  const many = 200
  const none = await scratch('public.careless_admin', 'agency int, name text, level text', async (pool) => {
    await pool.query(
      `insert into public.careless_admin select a, n, 'admin' from generate_series(1, $1) a, unnest(array['ada', 'abe']) n`,
      [many],
    )
    const demote = async (agency: number, name: string) => {
      const { rows } = await pool.query(`select count(*)::int as n from public.careless_admin where agency = $1 and level = 'admin'`, [
        agency,
      ])
      if (rows[0].n > 1)
        await pool.query(`update public.careless_admin set level = 'staff' where agency = $1 and name = $2`, [agency, name])
    }
    await fewAtOnce(
      Array.from({ length: many }, (_, i) => i + 1),
      2,
      (agency) => Promise.all([demote(agency, 'ada'), demote(agency, 'abe')]),
    )
    return (await pool.query(`select agency from public.careless_admin group by agency having count(*) filter (where level = 'admin') = 0`))
      .rows.length
  })
  expect(none).toBeGreaterThan(0)
})
