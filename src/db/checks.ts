// What a start must be sure of before it lets anybody in.
import crypto from 'node:crypto'
import pg from 'pg'
import type { Pool } from './pools.ts'

const durable = ['fsync', 'synchronous_commit', 'full_page_writes']

/** Refuse a PostgreSQL that is too old, or that may lose what it has acknowledged (except by what the setting names). */
export async function checkSafe(url: string, allowed: string[] = []) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect().catch((error: Error) => {
    throw new Error(
      `DATABASE_URL does not answer (${error.message || (error as { code?: string }).code}). Start that PostgreSQL, or correct the address.`,
    )
  })
  try {
    const { rows } = await client.query('select name, setting from pg_settings where name = any($1)', [
      [...durable, 'server_version_num', 'server_version'],
    ])
    const is = Object.fromEntries(rows.map((row) => [row.name, row.setting]))
    if (Number(is.server_version_num) < 150_000)
      throw new Error(`DATABASE_URL is PostgreSQL ${is.server_version}. Rolecall needs 15 or newer.`)
    const off = durable.filter((name) => is[name] === 'off' && !allowed.includes(name))
    if (off.length)
      throw new Error(
        `PostgreSQL would lose acknowledged changes in a power cut: ${off.join(' and ')} ${off.length > 1 ? 'are' : 'is'} off. ` +
          `Switch it on, or set ROLECALL_ALLOW_UNSAFE_DATABASE=${off.join(',')}.`,
      )
  } finally {
    await client.end()
  }
}

/** The walls stand: no hat, no rows; every table of an agency's has forced row level security; an agency nobody has sees nothing. */
export async function selfTest(app: Pool) {
  const client = await app.connect()
  try {
    await mustWearOneHat(client)
    const tables = await agencyTables(client)
    const open = tables.filter((table) => !table.walled).map((table) => table.name)
    if (open.length) throw new Error(`Row level security is not forced on ${open.join(', ')}.`)
    await client.query('begin read only')
    await client.query('select begin_work($1)', [crypto.randomUUID()])
    for (const { name, readable } of tables) {
      if (!readable) continue
      const { rowCount } = await client.query(`select from ${name} limit 1`)
      if (rowCount) throw new Error(`An agency that does not exist sees rows of ${name}.`)
    }
    await client.query('rollback')
  } catch (error) {
    client.release(true)
    throw new Error(`The database does not keep agencies apart, so Rolecall does not start. ${(error as Error).message}`, { cause: error })
  }
  client.release()
}

/** The hat is powerless, and whoever logs in as one of our own roles reaches nobody without it. (The user of DATABASE_URL may own the database.) */
async function mustWearOneHat(client: pg.ClientBase) {
  const { rows } = await client.query(`
    select current_user as hat, session_user as login, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
      exists (select from pg_class where relowner = pg_roles.oid) as owner
    from pg_roles where rolname = current_user`)
  const { hat, login, mighty, owner } = rows[0]
  if (hat !== 'rolecall_app' || mighty || owner) throw new Error(`Requests would run as ${hat}, who may do more than requests may.`)
  const bare = { rolecall_app: 'set local role rolecall_owner', rolecall_server: 'set local role none' }[login as string]
  if (!bare) return
  await client.query('begin read only')
  const answer = client.query(bare).then(() => client.query('select from rolecall.person limit 1'))
  const code = await answer.then(() => undefined).catch((error) => error.code)
  await client.query('rollback')
  if (code !== '42501') throw new Error(`Whoever logs in as ${login} reaches the people without the hat of a request.`)
}

async function agencyTables(client: pg.ClientBase) {
  const { rows } = await client.query<{ name: string; walled: boolean; readable: boolean }>(`
    select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as walled, has_table_privilege(c.oid, 'select') as readable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'rolecall' and c.relkind in ('r', 'p') and
      (c.relname = 'agency' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped))
    order by 1`)
  if (rows.length < 2) throw new Error('There are no tables of agencies.')
  return rows
}
