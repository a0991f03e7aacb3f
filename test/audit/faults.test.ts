// Whatever breaks, and wherever: nothing is half done, nothing is allowed by mistake, and the next try does it.
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { Pool } from '#db/pools.ts'
import { portals } from '../../src/portals.ts'
import { mediaAgency } from '../house/cast.ts'
import { everything, sql, tokenIn } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'
import { everyDeed } from './deeds.ts'

const house = await openTestHouse()
const faults = breakable(house.pools.app)
afterEach(() => vi.restoreAllMocks())
afterAll(() => house.close())

/** Lets the n-th statement of a pool's transactions fail, and counts them. */
function breakable(pool: Pool) {
  const state = { count: 0, at: 0, code: 'XX000' }
  const connect = pool.connect.bind(pool) as () => Promise<object>
  const query = (client: { query(...args: unknown[]): unknown }) =>
    function broken(...args: unknown[]) {
      const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text
      if (text === 'rollback' || ++state.count !== state.at) return client.query(...args)
      return Promise.reject(Object.assign(new Error('broken on purpose'), { code: state.code }))
    }
  pool.connect = (async () =>
    new Proxy(await connect(), {
      get(client, name) {
        if (name === 'query') return query(client as never)
        const value = Reflect.get(client, name)
        return typeof value === 'function' ? value.bind(client) : value
      },
    })) as never
  return {
    async during<T>(at: number, code: string, todo: () => Promise<T>) {
      Object.assign(state, { count: 0, at, code })
      const result = await todo()
      state.at = 0
      return { result, statements: state.count, hit: state.count >= at }
    },
  }
}

for (const [code, status] of [
  ['XX000', 500],
  ['08006', 503],
] as const) {
  test(`[guarantee L5] the database fails (${code}) at each statement of each operation: ${status}, nothing is done, and the next try does it all`, async () => {
    let points = 0
    await everyDeed(house, async ({ op }, agency, go) => {
      const before = await everything(agency)
      for (let n = 1; ; n++) {
        const { result, hit } = await faults.during(n, code, go)
        if (!hit) {
          expect(result.status, `${op}: ${JSON.stringify(result.body)}`).toBe(200)
          break
        }
        points++
        expect(result.status, `${op}, statement ${n}`).toBe(status)
        expect(result.body).toMatchObject({ code: status === 500 ? 'unexpected' : 'database_away' })
        expect(await everything(agency), `${op}, statement ${n}`).toEqual(before)
      }
      const chain = await agency.as(agency.people.abe ? 'abe' : 'olive', 'GET', '/activity/chain')
      expect(chain.body.bad).toBeNull()
    })
    expect(points).toBeGreaterThan(100)
  })
}

test('[guarantee L5] a work that PostgreSQL undid is done again, once', async () => {
  for (let n = 1; ; n++) {
    const agency = await mediaAgency(house)
    const { result, hit } = await faults.during(n, '40P01', () =>
      agency.as('ada', 'PUT', `/people/${agency.people.drew.id}/level`, { version: 1, level: 'staff' }),
    )
    expect(result.body, `statement ${n}`).toMatchObject({ level: 'staff', version: 2 })
    expect(await sql(`select seq from rolecall.audit where agency_id = $1 and action = 'person.set_level'`, [agency.id])).toHaveLength(1)
    if (!hit) break
  }
})

test('[guarantee L5] an acceptance that fails at any statement leaves the invitation open, and the next try joins', async () => {
  const agency = await mediaAgency(house)
  const email = `ed@${agency.slug}.example`
  await agency.as('ada', 'POST', '/invitations', { emails: [email], level: 'staff' })
  const token = tokenIn(await house.letterTo(email))
  const before = await everything(agency)
  const ed = visitor(house)
  for (let n = 1; ; n++) {
    const { result, hit } = await faults.during(n, 'XX000', () =>
      ed.call('POST', `/api/invitations/${token}/acceptance`, { name: 'Ed', password: 'a long enough one' }),
    )
    if (!hit) {
      expect(result.status, JSON.stringify(result.body)).toBe(200)
      break
    }
    expect(result.status).toBe(500)
    const { person, invitation, places, allowed } = await everything(agency)
    expect({ person, invitation, places, allowed }).toEqual({
      person: before.person,
      invitation: before.invitation,
      places: before.places,
      allowed: before.allowed,
    })
  }
  expect((await everything(agency)).person).toHaveLength(before.person.length + 1)
})

test('[guarantee L5] a policy that throws allows nothing and shows nothing', async () => {
  const { policy } = portals.media
  const broken = () => {
    throw new Error('broken on purpose')
  }
  const agency = await mediaAgency(house)
  const { people } = agency
  const stan = `/people/${people.stan.id}`
  const asks = {
    people: ['GET', '/people'],
    me: ['GET', '/me'],
    see: ['GET', stan],
    edit: ['PATCH', stan, { version: 1, title: 'x' }],
    invite: ['POST', '/invitations', { emails: ['x@y.example'], level: 'staff' }],
    remove: ['POST', `${stan}/deactivation`],
    switch: ['PUT', '/switches', { version: 1, switches: { refunds: true } }],
  } satisfies Record<string, [string, string, unknown?]>
  const parts = {
    decide: ['see', 'edit', 'invite', 'remove', 'switch'],
    filter: ['people', 'see', 'edit', 'invite', 'remove', 'switch'],
    could: ['people', 'see', 'edit', 'invite', 'remove'],
    ever: ['people', 'me', 'invite', 'remove'],
    abilities: ['me'],
  } as const
  const before = await everything(agency)
  const ask = (name: keyof typeof asks) => agency.as('ada', ...(asks[name] as [string, string, unknown?]))
  for (const [part, names] of Object.entries(parts)) {
    vi.spyOn(policy, part as keyof typeof parts).mockImplementation(broken)
    for (const name of names) {
      const { status, body } = await ask(name)
      expect([status, body], `${part} ${name}`).toEqual([500, { code: 'unexpected', message: expect.any(String) }])
    }
    expect(await everything(agency), part).toEqual(before)
    vi.restoreAllMocks()
  }
  for (const name of ['people', 'me', 'see', 'edit', 'invite', 'switch', 'remove'] as const)
    expect((await ask(name)).status, name).toBe(200)
})
