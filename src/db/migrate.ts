// Numbered SQL files, forward only, each in a transaction of its own: the house's first, then every portal's.
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

type Migration = { name: string; file: string }

/** Who makes what: a file's name says so. Roles are made by whoever connects; nothing else is owned by an administrator. */
const makers: [RegExp, string, string][] = [
  [/^000_roles/, '', ''],
  [/_login/, 'rolecall_login', 'login'],
  [/_post/, 'rolecall_jobs', 'post'],
  [/./, 'rolecall_owner', 'rolecall, public'],
]

/** Bring the database up to this program, once, however many servers start at the same time. */
export async function migrate(url: string, migrations = allMigrations()) {
  const admin = new pg.Client({ connectionString: url, application_name: 'rolecall_migrate', connectionTimeoutMillis: 5000 })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(7, 8)') // ends with this connection
    await admin.query('create table if not exists public.migration (name text primary key, at timestamptz not null default now())')
    const { rows } = await admin.query('select name from public.migration order by name')
    const done = new Set(rows.map((row) => row.name))
    const unknown = [...done].filter((name) => !migrations.some((one) => one.name === name))
    if (unknown.length)
      throw new Error(`This database was made by a newer Rolecall: it has ${unknown.join(', ')}. Start that one, or another database.`)
    for (const one of migrations) if (!done.has(one.name)) await apply(admin, one)
  } catch (error) {
    throw inPlainWords(error)
  } finally {
    await admin.end().catch(() => {})
  }
}

async function apply(admin: pg.Client, { name, file }: Migration) {
  const [, role, schema] = makers.find(([pattern]) => pattern.test(path.basename(file)))!
  try {
    await admin.query(`begin; set local lock_timeout = '2s'`)
    if (role) await admin.query(`set local role ${role}; set local search_path = ${schema}`)
    await admin.query(fs.readFileSync(file, 'utf8'))
    await admin.query('reset role')
    await admin.query('insert into public.migration (name) values ($1)', [name])
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback').catch(() => {})
    throw Object.assign(error as Error, { migration: name })
  }
}

/** All files in their order: 000_roles.sql, 001_people.sql, …, then media/001_orders.sql, …, staffing/001_talent.sql, … */
export function allMigrations(): Migration[] {
  const portals = path.resolve(import.meta.dirname, '../portals')
  const kinds = fs.readdirSync(portals, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [
    ...sqlFiles(path.resolve(import.meta.dirname, 'migrations'), ''),
    ...kinds.flatMap(({ name }) => sqlFiles(path.join(portals, name, 'migrations'), `${name}/`)),
  ]
}

function sqlFiles(folder: string, prefix: string): Migration[] {
  if (!fs.existsSync(folder)) return []
  const names = fs.readdirSync(folder).filter((name) => /^\d+_.*\.sql$/.test(name))
  return names.sort().map((name) => ({ name: prefix + name, file: path.join(folder, name) }))
}

function inPlainWords(error: unknown): Error {
  const { code, message, migration } = error as { code?: string; message: string; migration?: string }
  if (code === '42501')
    return new Error(
      `The user of DATABASE_URL may not set up the database (${message}). It needs to own the database and to have CREATEROLE; ` +
        'or let an administrator run src/db/migrations/000_roles.sql there as that user, once with the rights.',
      { cause: error },
    )
  return migration ? new Error(`Migration ${migration} does not apply: ${message}`, { cause: error }) : (error as Error)
}
