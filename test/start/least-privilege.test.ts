// The second wall stands whatever the program sends: a request's connection owns nothing and can become nobody else.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newId } from '../../src/core/work/trail.ts'
import { asServer, type Hat, wearing } from '../../src/db/pools.ts'

const url = inject('databaseUrl')
const [here, there] = [newId(), newId()]
const boss = new pg.Client(url)
const hats = Object.fromEntries(
  (['app', 'login', 'jobs', 'live'] as const).map((hat) => [hat, new pg.Client(wearing(url, hat))]),
) as Record<Hat, pg.Client>

beforeAll(async () => {
  await boss.connect()
  for (const client of Object.values(hats)) await client.connect()
  for (const agency of [here, there]) await furnish(agency)
})
afterAll(async () => {
  for (const client of [...Object.values(hats), boss]) await client.end()
})

/** One agency with one person, written as a request would write it. */
async function furnish(agency: string) {
  const person = newId()
  await hats.app.query('begin')
  await hats.app.query('select begin_work($1)', [agency])
  await hats.app.query(
    `insert into person (agency_id, id, name, level, created_via, login_id) values ($1, $2, 'Ada', 'admin', 'founder', $3)`,
    [agency, person, newId()],
  )
  await hats.app.query(
    `insert into agency (id, kind, name, slug, zone, currency, colour, owner_id) values ($1, 'media', 'Northlight', $2, 'UTC', 'USD', 'indigo', $3)`,
    [agency, agency, person],
  )
  await hats.app.query(`insert into audit_head (agency_id, seq, hash) values ($1, 1, 'h')`, [agency])
  await hats.app.query(
    `insert into audit (agency_id, seq, at, action, decision, noun, line, hash) values ($1, 1, now(), 'agency.create', 'allowed', 'agency', '{}', 'h')`,
    [agency],
  )
  await hats.app.query('commit')
}

/** The SQLSTATE this hat hears, working for our agency; `done` when it was let. Nothing stays. */
async function says(hat: Hat, statement: string): Promise<string> {
  const client = hats[hat]
  await client.query('begin')
  try {
    if (hat === 'app') await client.query('select begin_work($1)', [here])
    const all: pg.QueryResult | pg.QueryResult[] = await client.query(statement)
    const last = Array.isArray(all) ? all.at(-1)! : all
    return last.rowCount ? 'done' : 'nothing'
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('rollback')
  }
}

const denied = '42501'
const forbidden: [what: string, statement: string][] = [
  ['become the owner of the tables', 'set role rolecall_owner'],
  ['become Better Auth', 'set role rolecall_login'],
  ['become the jobs', 'set role rolecall_jobs'],
  ['become the watcher', 'set role rolecall_live'],
  ['become the search', 'set role rolecall_search'],
  ['become the administrator', 'set role rolecall_embedded'],
  ['become another session', 'set session authorization rolecall_owner'],
  ['make a table', 'create table rolecall.mine (id int)'],
  ['make a table elsewhere', 'create table public.mine (id int)'],
  ['make a temporary view of what it may not read', 'create view rolecall.spy as select * from person'],
  ['make a schema', 'create schema mine'],
  ['make a function', 'create function rolecall.mine() returns int language sql as $$select 1$$'],
  ['make a role', 'create role mine'],
  ['make a database extension', 'create extension pg_stat_statements'],
  ['drop a table', 'drop table audit'],
  ['empty a table', 'truncate audit'],
  ['add a column', 'alter table person add column mine int'],
  ['open the wall', 'alter table person disable row level security'],
  ['lower the wall', 'alter table person no force row level security'],
  ['remove the wall', 'drop policy wall on person'],
  ['cut a door', 'create policy door on person using (true)'],
  ['change the wall', 'alter policy wall on person using (true)'],
  ['remove the rule about owners', 'alter table agency drop constraint owner_is_active_administrator'],
  ['add a trigger', 'create trigger mine after update on person for each row execute function suppress_redundant_updates_trigger()'],
  ['take over a table', 'alter table person owner to rolecall_app'],
  ['index a table', 'create index on person (name)'],
  ['correct the audit', `update audit set action = 'agency.read' where agency_id = '${here}'`],
  ['delete from the audit', `delete from audit where agency_id = '${here}'`],
  ['forget the audit', `delete from audit_head where agency_id = '${here}'`],
  ['move a person to another agency', `update person set agency_id = '${there}' where agency_id = '${here}'`],
  ['change who a person is', `update person set id = gen_random_uuid() where agency_id = '${here}'`],
  ['turn the agency into another kind', `update agency set kind = 'staffing' where id = '${here}'`],
  ['delete the agency', `delete from agency where id = '${here}'`],
  [
    'add a person to another agency',
    `insert into person (agency_id, id, name, level, created_via) values ('${there}', gen_random_uuid(), 'Mallory', 'admin', 'founder')`,
  ],
  [
    'write the audit of another agency',
    `insert into audit (agency_id, seq, at, action, decision, noun, line, hash) values ('${there}', 2, now(), 'x.y', 'allowed', 'x', '{}', 'h')`,
  ],
  ['read passwords', 'select * from login.login_account'],
  ['read sessions', 'select * from login.login_session'],
  ['read who is where', 'select * from login.directory_person'],
  [
    'make itself a session',
    `insert into login.login_session (token, expires_at, updated_at, login_id) values ('t', now(), now(), gen_random_uuid())`,
  ],
  ['read the letters of the sign-in', 'select * from post.letter'],
  ['read the files of the machine', `select pg_read_file('/etc/passwd')`],
  ['write the files of the machine', `copy (select 1) to '/tmp/rolecall-mine'`],
  ['run a program', `copy (select 1) to program 'true'`],
  ['read password hashes of roles', 'select * from pg_authid'],
  ['switch off triggers and foreign keys', 'set session_replication_role = replica'],
  ['read the statistics of all columns', 'select * from pg_statistic'],
]

describe('a request cannot', () => {
  test.each(forbidden)('%s [guarantee N6]', async (_, statement) => {
    expect(await says('app', statement)).toBe(denied)
  })
})

const unseen: [what: string, statement: string][] = [
  ['people', `select from person where agency_id = '${there}'`],
  ['the agency', `select from agency where id = '${there}'`],
  ['the audit', `select from audit where agency_id = '${there}'`],
  ['people, asked without a where', `select from person where agency_id <> '${here}'`],
  ['people, to change them', `update person set name = 'Mallory' where agency_id = '${there}'`],
  ['people through a subquery', `select from agency where id = '${here}' and exists (select from person p where p.agency_id = '${there}')`],
  ['statements of other sessions', `select from pg_stat_activity where query not like '<%' and query <> '' and usename <> 'rolecall_app'`],
]

test('a request cannot give its rights away, nor change how durable the database is [guarantee N6]', async () => {
  const open = `select from pg_class where oid = 'rolecall.person'::regclass and relacl::text ~ '[{,]='`
  expect(await says('app', `grant all on person to public; ${open}`)).toBe('nothing') // PostgreSQL only warns
  await boss.query('begin; grant select on rolecall.person to public')
  expect((await boss.query(open)).rowCount).toBe(1)
  await boss.query('rollback')
  const code = await hats.app.query('alter system set fsync = off').catch((error) => error.code)
  expect(code).toBe(denied)
})

describe('a request for one agency does not see another:', () => {
  test.each(unseen)('%s [guarantee N6]', async (_, statement) => {
    expect(await says('app', statement)).toBe('nothing')
  })
})

const allowed: [what: string, statement: string][] = [
  ['read its people', `select from person where agency_id = '${here}'`],
  ['read its audit', `select from audit where agency_id = '${here}'`],
  ['change its people', `update person set name = 'Ada M.' where agency_id = '${here}'`],
  [
    'add to its audit',
    `insert into audit (agency_id, seq, at, action, decision, noun, line, hash) values ('${here}', 2, now(), 'x.y', 'allowed', 'x', '{}', 'h')`,
  ],
  ['rename its agency', `update agency set name = 'Northlight Media' where id = '${here}'`],
]

describe('a request can, so the refusals above mean something:', () => {
  test.each(allowed)('%s [guarantee N6]', async (_, statement) => {
    expect(await says('app', statement)).toBe('done')
  })
})

test('no hat owns, creates, bypasses or is anybody else [guarantee N6]', async () => {
  const { rows } = await boss.query(
    `
    select rolname as name, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as mighty,
      (select count(*) from pg_auth_members where member = pg_roles.oid) as also, (select count(*) from pg_class where relowner = pg_roles.oid and relnamespace = 'rolecall'::regnamespace) as owns
    from pg_roles where rolname = any($1) order by 1`,
    [['app', 'jobs', 'live', 'login'].map((hat) => `rolecall_${hat}`)],
  )
  expect(rows).toEqual(['app', 'jobs', 'live', 'login'].map((hat) => ({ name: `rolecall_${hat}`, mighty: false, also: 0, owns: 0 })))
})

const strangers: [hat: Hat, what: string, statement: string][] = [
  ['login', 'people', 'select from rolecall.person'],
  ['login', 'the audit', 'select from rolecall.audit'],
  ['live', 'people', 'select from rolecall.person'],
  ['live', 'passwords', 'select from login.login_account'],
  ['jobs', 'who people are', 'select name from rolecall.person'],
  ['jobs', 'where people are reached', 'select email from rolecall.person'],
  ['jobs', 'who signs in', 'select login_id from rolecall.person'],
  ['jobs', 'passwords', 'select from login.login_account'],
]

test.each(strangers)('the %s hat cannot read %s [guarantee N6]', async (hat, _, statement) => {
  expect(await says(hat, statement)).toBe(denied)
})

test('whoever says nobody reaches nothing [guarantee N6]', async () => {
  const bare = new pg.Client(asServer(url))
  await bare.connect()
  const code = (text: string) =>
    bare.query(text).then(
      () => 'done',
      (error) => error.code,
    )
  expect(await code('select from rolecall.person')).toBe(denied)
  expect(await code('select from login.login_session')).toBe(denied)
  expect(await code('set role rolecall_owner')).toBe(denied)
  expect(await code('set role rolecall_app')).toBe('done')
  expect(await code('select from rolecall.person')).toBe('done')
  await bare.end()
})
