import { afterAll, expect, test } from 'vitest'
import { coreContract } from '#core/contracts.ts'
import { hashLine } from '#core/work/trail.ts'
import { roomContracts } from '../../src/portals.ts'
import { mediaAgency, staffingAgency } from '../house/cast.ts'
import { everything, lines, refused, type Snapshot, sql, tokenIn } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'
import { everyDeed } from './deeds.ts'

const house = await openTestHouse()
afterAll(() => house.close())

type Row = { id?: string; [column: string]: unknown }
/** Ids of rows that are new, gone or other than before. */
const touched = (before: Snapshot, after: Snapshot, table: 'agency' | 'person' | 'invitation') => {
  const [was, is] = [before[table], after[table]].map((rows) => new Map((rows as Row[]).map((row) => [row.id!, JSON.stringify(row)])))
  return [...new Set([...was!.keys(), ...is!.keys()])].filter((id) => was!.get(id) !== is!.get(id))
}
type Node = { '~orpc'?: { route: { method?: string; path?: string } } } & Record<string, unknown>
const operations = (node: Node): string[] => {
  const route = node['~orpc']?.route
  if (route) return route.method && route.method !== 'GET' ? [`${route.method} ${route.path}`] : []
  return Object.values(node).flatMap((inner) => operations(inner as Node))
}
/** Changes no record: being there, and looking at what a switch would do. */
const silent = ['POST /me/presence', 'POST /switches/preview']

test('[guarantee L1] every operation that changes something leaves its line: who, what, to whom, before and after, in which request', async () => {
  const done = new Set<string>()
  await everyDeed(house, async ({ op, who }, agency, go) => {
    const [before, seen] = [await everything(agency), (await lines(agency)).length]
    const answer = await go()
    expect(answer.status, `${op} ${JSON.stringify(answer.body)}`).toBe(200)
    const [after, told] = [await everything(agency), (await lines(agency)).slice(seen)]
    expect(told.length, op).toBeGreaterThan(0)
    for (const line of told) {
      expect(line).toMatchObject({
        decision: 'allowed',
        agency: agency.id,
        actor: { id: agency.people[who]!.id },
        request: expect.stringMatching(/^[0-9a-f-]{13}$/),
        source: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
      })
      expect(new Date(line.at).getTime()).toBeGreaterThan(Date.now() - 60_000)
    }
    const things = told.map(({ thing }) => thing?.id)
    for (const table of ['agency', 'person', 'invitation'] as const)
      for (const id of touched(before, after, table)) expect(things, `${op} ${table}`).toContain(id)
    done.add(op)
  })
  const all = [...operations(coreContract as never), ...operations(roomContracts as never)].filter((op) => !silent.includes(op))
  expect([...done].sort()).toEqual([...new Set(all)].sort())
})

test('[guarantee L1] looking changes nothing and leaves no line; a refused try changes nothing and leaves one', async () => {
  const agency = await mediaAgency(house)
  const { people } = agency
  const before = await everything(agency)
  for (const path of [
    '/me',
    '/people',
    '/people/count',
    `/people/${people.stan.id}`,
    `/people/${people.stan.id}/permissions`,
    '/preferences',
    '/switches',
    '/activity',
    '/activity/chain',
    '/permissions',
    '/letters/waiting',
    '/invitations',
    `/people/${people.stan.id}/level/preview?level=admin`,
  ])
    expect((await agency.as('ada', 'GET', path)).status, path).toBe(200)
  expect((await agency.as('ada', 'POST', '/switches/preview', { version: 1, switches: { refunds: true } })).status).toBe(200)
  expect((await agency.as('ada', 'POST', '/me/presence')).status).toBe(200)
  expect({ ...(await everything(agency)), person: [] }).toEqual({ ...before, person: [] })
  expect(await lines(agency)).toHaveLength(1)
  await refused(agency, ['stan', 'POST', `/people/${people.drew.id}/deactivation`], { code: 'level.admin_only' })
  expect(await lines(agency)).toHaveLength(2)
})

test('[guarantee L1] a line says where it came from, by our own socket: an IPv4 address or an IPv6 network, never what the request says of itself', async () => {
  const agency = await staffingAgency(house)
  const { people, visitor } = agency
  const edit = (who: 'adam' | 'sam', version: number, from: string) => {
    const headers = { 'x-forwarded-for': from, 'x-rolecall-source': '192.0.2.66' }
    return visitor(who).call('PATCH', `/api/agencies/${agency.id}/people/${people.dana.id}`, { version, title: from }, headers)
  }
  expect((await edit('adam', 1, '198.51.100.9, 203.0.113.7')).status).toBe(200)
  expect((await edit('adam', 2, '2001:db8:1:2:aaaa::7')).status).toBe(200)
  expect((await edit('sam', 3, '203.0.113.8')).status).toBe(403)
  const { entries } = (await agency.as('olive', 'GET', '/activity')).body
  expect(entries.map(({ source }: { source: string }) => source)).toEqual(['203.0.113.8', '2001:db8:1:2::', '203.0.113.7', null])
})

test('[guarantee L1] who joins and who founds an agency leaves where they came from too', async () => {
  const agency = await staffingAgency(house)
  const email = `lena@${agency.slug}.example`
  await agency.as('olive', 'POST', '/invitations', { emails: [email], level: 'standard' })
  const path = `/api/invitations/${tokenIn(await house.letterTo(email))}`
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const lena = visitor(house)
  const joined = await lena.call('POST', `${path}/acceptance`, { name: 'Lena', password: 'a long enough password' }, from('203.0.113.9'))
  expect(joined.status, JSON.stringify(joined.body)).toBe(200)
  expect((await lines(agency)).at(-1)).toMatchObject({ action: 'invitation.accept', source: '203.0.113.9' })
  const asked = { kind: 'media', name: 'North', zone: 'UTC', currency: 'USD', you: { name: 'Lena' } }
  const { body } = await lena.call('POST', '/api/agencies', asked, from('203.0.113.10'))
  expect(await lines(body)).toMatchObject([{ action: 'agency.create', source: '203.0.113.10' }])
})

test('[guarantee L2] a chain that was begun before lines said where they came from goes on, and verifies', async () => {
  const agency = await staffingAgency(house)
  const [{ line }] = (await sql<{ line: string }>('select line from rolecall.audit where agency_id = $1', [agency.id])) as [
    { line: string },
  ]
  const { source, ...earlier } = JSON.parse(line)
  expect(source).toBeNull()
  const hash = hashLine('', JSON.stringify(earlier))
  await sql('update rolecall.audit set line = $2, hash = $3 where agency_id = $1', [agency.id, JSON.stringify(earlier), hash])
  await sql('update rolecall.audit_head set hash = $2 where agency_id = $1', [agency.id, hash])
  expect((await agency.as('adam', 'PATCH', `/people/${agency.people.sam.id}`, { version: 1, title: 'Recruiter' })).status).toBe(200)
  expect((await agency.as('olive', 'GET', '/activity/chain')).body).toEqual({ rows: 2, bad: null })
  const { entries } = (await agency.as('olive', 'GET', '/activity')).body
  expect(entries.map(({ source }: { source: string | null }) => source)).toEqual([expect.stringMatching(/^\d/), null])
})

test('[guarantee L1] no letter, token, password or hash of one is in a line', async () => {
  const agency = await staffingAgency(house)
  const email = `lena@${agency.slug}.example`
  await agency.as('olive', 'POST', '/invitations', { emails: [email], level: 'standard' })
  await agency.as('olive', 'POST', '/owner/transfer', { to: agency.people.adam.id, password: 'a wrong but secret one' })
  const [{ token_hash }] = (await sql<{ token_hash: string }>('select token_hash from rolecall.invitation where agency_id = $1', [
    agency.id,
  ])) as [{ token_hash: string }]
  const told = JSON.stringify(await lines(agency))
  for (const secret of [token_hash, 'a wrong but secret one', agency.people.olive.token]) expect(told).not.toContain(secret)
  expect(told).toContain(email)
})

test('the activity is read by person, by act, by decision and by day, newest first, page by page', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  await as('adam', 'PATCH', `/people/${people.sam.id}`, { version: 1, title: 'Recruiter' })
  await as('sam', 'PATCH', `/people/${people.dana.id}`, { version: 1, title: 'No' })
  await as('olive', 'PUT', `/people/${people.sam.id}/level`, { version: 2, level: 'administrator' })
  const read = async (query: string) =>
    ((await as('olive', 'GET', `/activity?${query}`)).body.entries as { action: string; says: string }[]).map(({ action }) => action)
  expect(await read('')).toEqual(['person.set_level', 'person.edit', 'person.edit', 'agency.create'])
  expect(await read(`actor=${people.adam.id}`)).toEqual(['person.edit'])
  expect(await read(`thing=${people.sam.id}`)).toEqual(['person.set_level', 'person.edit'])
  expect(await read('decision=refused')).toEqual(['person.edit'])
  expect(await read('act=person.set_level')).toEqual(['person.set_level'])
  const day = (days: number) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10)
  expect(await read(`from=${day(-1)}&until=${day(1)}`)).toHaveLength(4)
  expect(await read(`from=${day(2)}`)).toEqual([])
  const { entries, next } = (await as('olive', 'GET', '/activity?most=3')).body
  expect([entries.length, await read(`after=${next}`)]).toEqual([3, ['agency.create']])
  await refused(agency, ['dana', 'GET', '/activity'], { code: 'requires_administrator', whoCan: ['Olive', 'Adam', 'Priya', 'Sam'] })
})
