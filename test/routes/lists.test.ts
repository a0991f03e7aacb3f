// What a list shows is what the table allows, for everybody: rows, pages, searches, counts, and the names in a refusal.
import { afterAll, describe, expect, test } from 'vitest'
import { actorOf } from '#core/work/actor.ts'
import type { Kind } from '#db/tables.ts'
import { portals } from '../../src/portals.ts'
import { openTestHouse } from '../house/house.ts'
import { ask, cookie } from './ask.ts'
import { actors, outside, type Row, stage } from './stage.ts'

const house = await openTestHouse()
const seen = outside()
afterAll(async () => {
  await seen.end()
  await house.close()
})
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()

describe.each(['media', 'staffing'] as Kind[])('%s', async (kind) => {
  const at = await stage(house, kind)
  const { policy, switches } = portals[kind]
  const everybody = async (table: string) =>
    (await seen.pool.query<Row>(`select * from rolecall.${table} where agency_id = $1`, [at.id])).rows
  const actor = async (name: string) =>
    actorOf((await seen.row('person', at.id, at.people[name]!.id)) as never, await seen.agency(at.id), switches, new Date())
  const get = (name: string, path: string) => ask(house, { method: 'GET', path: `/api/agencies/${at.id}${path}`, cookie: cookie(at, name) })
  const present = actors[kind].filter((name) => at.people[name]!.id !== at.person.deactivated)

  test.each(present)('%s sees in lists, pages, searches and counts exactly whom the table lets them see [guarantee F7]', async (name) => {
    const me = await actor(name)
    const visible = (await everybody('person')).filter((row) => policy.decide(me, 'person.read', row) === null)
    for (const search of [undefined, 'a', 'ad', 'ada', 'example', at.slug, '%', '_', 'nobody at all', 'UMA']) {
      const found = visible.filter((row) => matches(row, search))
      const shown: Row[] = []
      for (const tab of ['team', 'clients', 'deactivated']) {
        const { status, rows } = await pages(
          get,
          name,
          `/people?tab=${tab}${search === undefined ? '' : `&search=${encodeURIComponent(search)}`}`,
          'people',
        )
        expect(status).toBe(policy.ever(me, 'person.list') ? 403 : 200)
        expect(
          rows.every((row) => (row.status === 'deactivated' ? 'deactivated' : row.side === 'client' ? 'clients' : 'team') === tab),
        ).toBe(true)
        shown.push(...rows)
      }
      if (policy.ever(me, 'person.list')) continue
      expect(idsOf(shown), `${name} searches ${search}`).toEqual(idsOf(found))
      const { body } = await get(name, `/people/count${search === undefined ? '' : `?search=${encodeURIComponent(search)}`}`)
      expect(body.team + body.clients + body.deactivated, `${name} counts ${search}`).toBe(found.length)
    }
    for (const row of await everybody('person')) {
      const answer = await get(name, `/people/${row.id}`)
      expect(answer.status, `${name} opens ${row.name}`).toBe(policy.decide(me, 'person.read', row) ? 404 : 200)
    }
  })

  test.each(present)(
    '%s sees exactly the invitations, the activity and the letters that the table lets them see [guarantee F7]',
    async (name) => {
      const me = await actor(name)
      const lists = [
        { table: 'invitation', action: 'invitation.read', path: '/invitations?state=all', of: 'invitations', key: 'id' },
        { table: 'audit', action: 'audit.read', path: '/activity?x=', of: 'entries', key: 'seq' },
      ] as const
      for (const { table, action, path, of, key } of lists) {
        const may = (await everybody(table)).filter((row) => policy.decide(me, action, row) === null)
        const { status, rows } = await pages(get, name, path.replace('?x=', '?decision=allowed').replace('&x=', ''), of)
        expect(status).toBe(policy.ever(me, action) ? 403 : 200)
        const should = may.filter((row) => table !== 'audit' || row.decision === 'allowed')
        expect(rows.map((row) => row[key]).sort(), `${name} ${path}`).toEqual(should.map((row) => row[key]).sort())
        expect(status === 200).toBe(should.length > 0)
      }
      const letters = await get(name, '/letters/waiting')
      expect(letters.status).toBe(policy.ever(me, 'outbox.read') ? 403 : 200)
    },
  )

  test('a refusal names only people whom its reader may see [guarantee F7]', async () => {
    let named = 0
    for (const name of present) {
      const me = await actor(name)
      const people = await everybody('person')
      for (const action of policy.actions) {
        const { body } = await get(name, `/permissions/explanation?action=${action}`)
        for (const one of body.whoCan ?? []) {
          const row = people.find(({ id }) => id === one.id)
          if (one.id === undefined) continue
          named++
          expect(row && policy.decide(me, 'person.read', row), `${name} reads of ${one.name}`).toBe(null)
        }
      }
    }
    expect(named).toBeGreaterThan(20)
  })
})

const text = ({ name, email, phone }: Row) => `${name} ${email ?? ''} ${phone ?? ''}`.toLowerCase()
/** Three letters and more anywhere; fewer at the beginning of the name. */
const matches = (row: Row, search?: string) => {
  const term = search?.toLowerCase() ?? ''
  return term.length >= 3 ? text(row).includes(term) : String(row.name).toLowerCase().startsWith(term)
}

type Get = (name: string, path: string) => ReturnType<typeof ask>
/** All pages of a list, two rows at a time. */
async function pages(get: Get, name: string, path: string, of: string): Promise<{ status: number; rows: Row[] }> {
  const rows: Row[] = []
  for (let after: string | null = null; ; ) {
    const { status, body } = await get(name, `${path}&most=2${after === null ? '' : `&after=${encodeURIComponent(after)}`}`)
    if (status !== 200) return { status, rows }
    rows.push(...body[of])
    expect(body[of].length).toBeLessThanOrEqual(2)
    after = body.next
    if (after === null) return { status, rows }
  }
}
