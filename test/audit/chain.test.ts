// Six ways to falsify the activity with all rights on the database, and the row at which each is noticed.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, inject, test } from 'vitest'
import { verifyAll } from '#core/audit/verify.ts'
import { hashLine } from '#core/work/trail.ts'
import { openPool } from '#db/pools.ts'
import { mediaAgency } from '../house/cast.ts'
import { sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
type Kept = { seq: number; line: string; hash: string }

/** An agency with a dozen lines. */
async function busy() {
  const agency = await mediaAgency(house)
  for (let version = 1; version <= 11; version++)
    expect((await agency.as('ada', 'PATCH', `/people/${agency.people.drew.id}`, { version, title: `Pilot ${version}` })).status).toBe(200)
  return agency
}
const rowsOf = (agency: string) => sql<Kept>('select seq, line, hash from rolecall.audit where agency_id = $1 order by seq', [agency])

const manipulations: [what: string, row: number, does: (agency: string) => Promise<unknown>][] = [
  [
    'a line is written anew',
    5,
    (id) => sql(`update rolecall.audit set line = replace(line, 'Pilot 4', 'Driver') where agency_id = $1 and seq = 5`, [id]),
  ],
  [
    'a column says something else than its line',
    6,
    (id) => sql(`update rolecall.audit set actor_id = gen_random_uuid() where agency_id = $1 and seq = 6`, [id]),
  ],
  ['a row is removed', 7, (id) => sql('delete from rolecall.audit where agency_id = $1 and seq = 7', [id])],
  [
    'two rows change places',
    3,
    async (id) => {
      await sql('update rolecall.audit set seq = case seq when 3 then 1004 else 1003 end where agency_id = $1 and seq in (3, 4)', [id])
      await sql('update rolecall.audit set seq = seq - 1000 where agency_id = $1 and seq > 1000', [id])
    },
  ],
  ['the last rows are removed', 9, (id) => sql('delete from rolecall.audit where agency_id = $1 and seq >= 9', [id])],
  [
    'a row is added, with a hash that fits',
    13,
    async (id) => {
      const last = (await rowsOf(id)).at(-1)!
      const line = last.line.replace(`"seq":${last.seq}`, `"seq":${last.seq + 1}`)
      const text = `insert into rolecall.audit select agency_id, seq + 1, at, actor_id, action, decision, noun, thing_id, $2, $3 from rolecall.audit where agency_id = $1 and seq = $4`
      await sql(text, [id, line, hashLine(last.hash, line), last.seq])
    },
  ],
]

for (const [what, row, does] of manipulations) {
  test(`[guarantee L2] ${what}: noticed at row ${row}`, async () => {
    const agency = await busy()
    const check = async () => (await agency.as('ada', 'GET', '/activity/chain')).body
    expect(await check()).toEqual({ rows: 12, bad: null })
    await does(agency.id)
    expect((await check()).bad).toMatchObject({ seq: row, why: expect.any(String) })
  })
}

test('[guarantee L2] whoever removes the end of the chain with the place that keeps it is noticed too', async () => {
  const agency = await busy()
  await sql('delete from rolecall.audit_head where agency_id = $1', [agency.id])
  expect((await agency.as('ada', 'GET', '/activity/chain')).body).toMatchObject({ bad: { seq: 13 } })
})

test('[guarantee L2] the program itself may add lines, and neither change nor remove any', async () => {
  const agency = await busy()
  const app = openPool(inject('databaseUrl'), 'app', 1)
  try {
    for (const text of [
      `update audit set line = ''`,
      'delete from audit',
      'truncate audit',
      `delete from audit_head`,
      'truncate audit_head',
      'alter table audit disable row level security',
    ])
      await expect(app.query(text), text).rejects.toMatchObject({ code: '42501' })
  } finally {
    await app.end()
  }
  expect((await agency.as('ada', 'GET', '/activity/chain')).body.bad).toBeNull()
})

test('[guarantee L2] rolecall verify walks every agency, names the first bad row and ends with 1', async () => {
  const [good, bad] = [await busy(), await busy()]
  const found = async (id: string) => {
    for await (const one of verifyAll(house.pools)) if (one.agency === id) return one
    throw new Error('not walked')
  }
  expect(await found(good.id)).toMatchObject({ slug: good.slug, rows: 12, bad: null })
  await sql(`update rolecall.audit set decision = 'refused' where agency_id = $1 and seq = 4`, [bad.id])
  expect(await found(bad.id)).toMatchObject({ bad: { seq: 4 } })
  const rolecall = path.resolve('src/cli/rolecall.ts')
  const env = { ...process.env, DATABASE_URL: inject('databaseUrl'), ROLECALL_SECRET: randomBytes(32).toString('hex') }
  const ran = await promisify(execFile)(process.execPath, [rolecall, 'verify'], { env }).catch((failed) => failed)
  expect(ran.code).toBe(1)
  expect(ran.stderr).toContain(`${bad.slug}: row 4 is bad:`)
  expect(ran.stderr).not.toContain(good.slug)
})
