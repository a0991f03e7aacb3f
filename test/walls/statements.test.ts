// Growth rules 7 and 8: what the program really sends is read, statement by statement. Every house of every test file listens like this one.
import { afterAll, expect, test } from 'vitest'
import type { Kind } from '#db/tables.ts'
import { openTestHouse } from '../house/house.ts'
import { call, cookie } from '../routes/ask.ts'
import { prepare, targets } from '../routes/expected.ts'
import { ofAgency } from '../routes/operations.ts'
import { actors, outside, stage, tablesOf } from '../routes/stage.ts'
import { agencyTables, wrongWith } from './statements.ts'

const house = await openTestHouse()
const seen = outside()
afterAll(async () => {
  await seen.end()
  await house.close()
})

test('the tables that are looked for are all there are', async () => {
  expect(await tablesOf(seen.pool)).toEqual([...agencyTables].sort())
})

// biome-ignore format: one statement a line
const careless = [
  `select * from person where id = $1`,
  `select * from "person" where "person"."id" = $1 and "agency_id" is not null`,
  `select * from person p join invitation i on i.agency_id = p.agency_id where p.agency_id = $1`,
  `select * from person p, invitation i where p.agency_id = $1 and i.sender_id = p.id`,
  `select * from person where agency_id = $1 and id in (select sender_id from invitation where state = 'open')`,
  `select * from person where (id = $1) and exists (select 1 from invitation where invitation.agency_id = person.agency_id)`,
  `select count(*) from (select 1 as one from "person" limit 10) as some`,
  `with x as (select * from audit where seq > $1) select * from x`,
  `update person set name = $1 where id = $2`,
  `update person set agency_id = $1 where id = $2 and agency_id <> $1`,
  `delete from outbox where id = $1`,
  `insert into person (id, name) values ($1, $2)`,
  `select * from agency`,
  `select * from agency where slug = $1`,
  `select * from rolecall.person where id = $1 for update`,
  `select p.agency_id = $1 from agency p`,
  `insert into audit (agency_id, seq) select agency_id, 1 from person where agency_id = $1`,
  `select set_config('app.agency', $1, true)`,
  `insert into person (agency_id, id) values ($1, $2) on conflict (agency_id, id) do update set updated_at = now()`,
  `update person set id = gen_random_uuid() where agency_id = $1`,
  `select pg_advisory_xact_lock(1)`,
  `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
]
test.each(careless)('the check notices: %s', (text) => {
  expect(wrongWith(text)).not.toEqual([])
})

// biome-ignore format: one statement a line
const careful = [
  `select * from person where agency_id = $1 and id = $2 for no key update`,
  `select "person".* from "person" where "person"."agency_id" = $1 and ("person"."agency_id" = $2 and true) order by "person"."name_key"`,
  `select * from person p join invitation i on i.agency_id = p.agency_id and i.agency_id = $1 where p.agency_id = $1`,
  `select * from person where $1 = person.agency_id and id in (select sender_id from invitation where agency_id = $1)`,
  `select *, now() as now from agency where id = $1 for key share`,
  `select pg_advisory_xact_lock_shared(hashtextextended(id::text, 0)) from agency where id = $1`,
  `select person.id from person where person.id in (select id from person_containing($1, 1000)) and person.agency_id = $2`,
  `update "person" set "name" = $1 where "person"."agency_id" = $2 and "id" = $3 returning *`,
  `insert into "outbox" ("agency_id", "id") values ($1, $2), ($3, $4)`,
  `insert into "login"."directory_person" ("login_id", "agency_id", "person_id") values ($1, $2, $3)`,
  `begin isolation level repeatable read read only`,
]
test.each(careful)('the check lets through: %s', (text) => {
  expect(wrongWith(text)).toEqual([])
})

test('every statement of every operation names its agency for every table, subqueries included [guarantee F6]', async () => {
  for (const kind of ['media', 'staffing'] as Kind[])
    for (const actor of [actors[kind].at(-1)!, actors[kind].at(-2)!]) {
      const at = await stage(house, kind)
      for (const operation of ofAgency)
        for (const target of targets(at, operation, actor).slice(0, 2)) {
          const { input } = await prepare(seen, at, operation, target)
          await call(house, at.id, operation, input, cookie(at, actor))
        }
    }
  const { statements, wrong } = house.watched
  expect(wrong).toEqual([])
  expect(statements.size).toBeGreaterThan(45)
  for (const table of agencyTables) expect([...statements].filter((text) => text.includes(table)).length, table).toBeGreaterThan(0)
  console.log(`Counts: ${statements.size} different statements of the app were read.`)
})
