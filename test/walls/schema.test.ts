// Growth rules 1 to 4, 6, 8 to 14, asked of the database itself: a new table that breaks one fails here.
import fs from 'node:fs'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { allMigrations, migrate } from '#db/migrate.ts'

const url = inject('databaseUrl')
const pool = new pg.Pool({ connectionString: url, max: 1 })
// Mistakes are made in a copy of the schema, where nobody waits for their locks.
const copy = `mistakes_${process.pid}`
await pool.query(`create database ${copy}`)
await migrate(url.replace('/postgres?', `/${copy}?`))
const broken = new pg.Pool({ connectionString: url.replace('/postgres?', `/${copy}?`), max: 1 })
afterAll(async () => {
  await broken.end()
  await pool.query(`drop database ${copy}`)
  await pool.end()
})
const ask = async <Row extends Record<string, unknown>>(text: string, db: Pick<pg.ClientBase, 'query'> = pool) =>
  (await db.query<Row>(text)).rows
const here = `'rolecall'::regnamespace`

/** What breaks a rule, by rule: every list is empty. Asked of any connection, so that a broken schema can be shown to it. */
const rules: Record<string, string> = {
  'a table of an agency has row level security, forced': `
    select relname as name from pg_class where relnamespace = ${here} and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
  'a wall for the app compares agency_id with the agency of the work, and asks no other table': `
    select c.relname || ': ' || coalesce(p.polname, 'no policy') as name from pg_class c left join pg_policy p on p.polrelid = c.oid and (
      select oid from pg_roles where rolname = 'rolecall_app') = any(p.polroles)
    where c.relnamespace = ${here} and c.relkind in ('r', 'p') and (p.polname is null or p.polcmd <> '*' or not p.polpermissive or
      pg_get_expr(p.polqual, p.polrelid) not in (
        format('(%s = (NULLIF(current_setting(''app.agency''::text, true), ''''::text))::uuid)', case c.relname when 'agency' then 'id' else 'agency_id' end)))`,
  'the primary key begins with agency_id': `
    select c.relname as name from pg_class c left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = ${here} and c.relkind in ('r', 'p') and (k.conname is null or (
      select attname from pg_attribute where attrelid = c.oid and attnum = k.conkey[1]) <> case c.relname when 'agency' then 'id' else 'agency_id' end)`,
  'every unique key and exclusion holds agency_id': `
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = ${here} and (i.indisunique or i.indisexclusion) and c.relname <> 'agency' and not exists (
      select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'agency_id' and a.attnum = any(i.indkey))`,
  'agency_id is uuid, not null': `
    select c.relname as name from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = case c.relname when 'agency' then 'id' else 'agency_id' end
    where c.relnamespace = ${here} and c.relkind in ('r', 'p') and (a.attname is null or not a.attnotnull or a.atttypid <> 'uuid'::regtype)`,
  'every foreign key carries the agency on both sides': `
    select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.connamespace = ${here} and k.contype = 'f' and not exists (
      select from unnest(k.conkey, k.confkey) as pair (mine, theirs)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = pair.mine and a.attname = case c.relname when 'agency' then 'id' else 'agency_id' end
      join pg_attribute b on b.attrelid = t.oid and b.attnum = pair.theirs and b.attname = case t.relname when 'agency' then 'id' else 'agency_id' end)`,
  'every table of an agency refers to it': `
    select c.relname as name from pg_class c where c.relnamespace = ${here} and c.relkind in ('r', 'p') and c.relname <> 'agency' and not exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid in (select oid from pg_class where relnamespace = ${here}))`,
  'what is named x_id in a table of an agency and is a row of an agency is a foreign key, or written down here': `
    select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = ${here} and c.relkind in ('r', 'p') and a.attname like '%\\_id' and a.attname <> 'agency_id' and not exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))
      -- a login is no row of an agency; the audit outlives what it tells of
      and (c.relname, a.attname) not in (('person', 'login_id'), ('audit', 'actor_id'), ('audit', 'thing_id'))`,
  'names of constraints are our own, and short enough for the number of a shard': `
    select conname as name from pg_constraint where connamespace = ${here} and contype <> 'n' and (length(conname) > 50 or conname ~ '_(pkey|fkey\\d*|key\\d*|check\\d*|excl)$')`,
  'names of indexes are short enough too': `
    select relname as name from pg_class where relnamespace = ${here} and relkind in ('i', 'I') and length(relname) > 50`,
  'no trigger': `select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = ${here} and not t.tgisinternal`,
  'no rule': `select rulename as name from pg_rules where schemaname = 'rolecall'`,
  'nothing runs as its owner, but the one search that only reads ids': `
    select proname as name from pg_proc where pronamespace in (${here}, 'public'::regnamespace, 'login'::regnamespace, 'post'::regnamespace) and prosecdef
      and not (proname = 'person_containing' and provolatile = 's' and proowner = (select oid from pg_roles where rolname = 'rolecall_search'))`,
  'nothing is set to null, or to a default, when what it points at goes': `
    select conname as name from pg_constraint where connamespace = ${here} and contype = 'f' and (confdeltype not in ('a', 'r', 'c') or confupdtype <> 'a')`,
  "nothing waits for the commit to be checked, but a person's agency": `
    select conname as name from pg_constraint where connamespace = ${here} and condeferrable and conname <> 'person_agency'`,
  'no sequence: the order of an agency is its own': `select relname as name from pg_class where relnamespace = ${here} and relkind = 'S'`,
  'no view that sees past the wall': `
    select relname as name from pg_class where relnamespace = ${here} and relkind in ('v', 'm') and (relkind = 'm' or not coalesce('security_invoker=true' = any(reloptions), false))`,
  'the app owns nothing, and adds to the audit without changing it': `
    select c.relname as name from pg_class c where c.relnamespace = ${here} and c.relkind in ('r', 'p') and (pg_get_userbyid(c.relowner) <> 'rolecall_owner'
      or has_table_privilege('rolecall_app', c.oid, 'delete') or has_table_privilege('rolecall_app', c.oid, 'truncate')
      or (c.relname = 'audit' and has_any_column_privilege('rolecall_app', c.oid, 'update')))`,
  'a row never moves to another agency': `
    select c.relname as name from pg_class c where c.relnamespace = ${here} and c.relkind in ('r', 'p')
      and has_column_privilege('rolecall_app', c.oid, case c.relname when 'agency' then 'id' else 'agency_id' end, 'update')`,
}
test.each(Object.keys(rules))('%s', async (rule) => {
  expect((await ask<{ name: string }>(rules[rule]!)).map(({ name }) => name)).toEqual([])
})

const strangeTable =
  'create table rolecall.x (id bigserial, agency_id text, other_id uuid, constraint rolecall_x_of_a_name_that_is_far_too_long_for_a_shard check (id > 0))'
// biome-ignore format: one mistake a line
const mistakes: Record<string, string> = {
  'a table of an agency has row level security, forced': strangeTable,
  'a wall for the app compares agency_id with the agency of the work, and asks no other table': 'alter policy wall on rolecall.person using (true)',
  'the primary key begins with agency_id': strangeTable,
  'every unique key and exclusion holds agency_id': 'create unique index x on rolecall.person (email)',
  'agency_id is uuid, not null': strangeTable,
  'every foreign key carries the agency on both sides': 'alter table rolecall.person add constraint p unique (id); alter table rolecall.invitation add constraint x foreign key (sender_id) references rolecall.person (id)',
  'every table of an agency refers to it': strangeTable,
  'what is named x_id in a table of an agency and is a row of an agency is a foreign key, or written down here': strangeTable,
  'names of constraints are our own, and short enough for the number of a shard': strangeTable,
  'names of indexes are short enough too': 'create index rolecall_x_of_a_name_that_is_far_too_long_for_a_shard on rolecall.person (name)',
  'no trigger': 'create trigger x before update on rolecall.person for each row execute function suppress_redundant_updates_trigger()',
  'no rule': 'create rule x as on delete to rolecall.person do instead nothing',
  'nothing runs as its owner, but the one search that only reads ids': 'create function rolecall.x() returns int language sql security definer as $$ select 1 $$',
  'nothing is set to null, or to a default, when what it points at goes': 'alter table rolecall.invitation add constraint x foreign key (agency_id, person_id) references rolecall.person (agency_id, id) on delete set null (person_id)',
  "nothing waits for the commit to be checked, but a person's agency": 'alter table rolecall.invitation add constraint x foreign key (agency_id, person_id) references rolecall.person (agency_id, id) deferrable',
  'no sequence: the order of an agency is its own': strangeTable,
  'no view that sees past the wall': 'create view rolecall.x as select * from rolecall.person',
  'the app owns nothing, and adds to the audit without changing it': 'grant update (line) on rolecall.audit to rolecall_app',
  'a row never moves to another agency': 'grant update (agency_id) on rolecall.person to rolecall_app',
}
test.each(Object.keys(rules))('the check notices a mistake: %s', async (rule) => {
  const client = await broken.connect()
  try {
    expect(await ask(rules[rule]!, client)).toEqual([])
    await client.query(`begin; ${mistakes[rule]}`)
    expect(await ask(rules[rule]!, client)).not.toEqual([])
  } finally {
    await client.query('rollback')
    client.release()
  }
})

const ofAgencies = allMigrations().filter(({ file }) => !/_(login|post|roles)/.test(file))
const plain = (file: string) =>
  fs
    .readFileSync(file, 'utf8')
    .replace(/--.*$/gm, '')
    .replace(/'(?:[^']|'')*'/g, "''")
/** What a migration may not say: one change an ALTER TABLE, no trigger, and names that the file gives itself. */
function wrongIn(sql: string): string[] {
  const alters = [...sql.matchAll(/alter table\s+[^;]+/gi)].map(([text]) => text.replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, '()'))
  return [
    ...alters.filter((text) => text.includes(',')).map((text) => `two changes in one: ${text.slice(0, 80)}`),
    ...alters.filter((text) => /alter constraint/i.test(text)),
    ...(sql.match(/set_config|create trigger|bigserial|\bserial\b|generated (?:always|by default) as identity|on delete set/gi) ?? []),
    ...[...sql.matchAll(/add (?:primary key|unique|foreign key|check)/gi)].map(([text]) => `without a name: ${text}`),
  ]
}
test.each(ofAgencies.map(({ name, file }) => [name, file]))('%s keeps the rules of growth', (_, file) => {
  expect(wrongIn(plain(file))).toEqual([])
})
test('the reading of migrations notices mistakes', () => {
  for (const bad of [
    'alter table a add column b int, add column c int',
    'alter table a alter constraint b deferrable',
    'create table a (id bigserial)',
    'alter table a add unique (b)',
  ])
    expect(wrongIn(bad), bad).not.toEqual([])
  expect(wrongIn('alter table agency add constraint x foreign key (id, owner_id) references person (agency_id, id)')).toEqual([])
})
test('the owner key is the last statement of a migration of its own, so that it can be taken off and put back', () => {
  const files = ofAgencies.filter(({ file }) => plain(file).includes('owner_is_active_administrator'))
  expect(files).toHaveLength(1)
  expect(
    plain(files[0]!.file)
      .trim()
      .split(';')
      .filter((part) => part.trim()),
  ).toHaveLength(1)
})
