import { afterEach, describe, expect, test } from 'vitest'
import { checkSafe, selfTest } from '../../src/db/checks.ts'
import { allMigrations, migrate } from '../../src/db/migrate.ts'
import { openPool } from '../../src/db/pools.ts'
import { freePort, ownPostgres, versions } from './own-postgres.ts'
import { ask } from './processes.ts'

const running: Awaited<ReturnType<typeof ownPostgres>>[] = []
const start = async (...args: Parameters<typeof ownPostgres>) => {
  const one = await ownPostgres(...args)
  running.push(one)
  return one
}
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
})
const unsafe = (...flags: string[]) => Object.fromEntries(flags.map((flag) => [flag, 'off']))

describe.each(versions)('PostgreSQL %s', (version) => {
  test('one that keeps what it acknowledges is used, and keeps agencies apart', async () => {
    const postgres = await start(version)
    await checkSafe(postgres.url)
    await migrate(postgres.url)
    const app = openPool(postgres.url, 'app', 1)
    await selfTest(app)
    await app.end()
  })

  test('one that may lose it is refused, unless the setting names what is off', async () => {
    const postgres = await start(version, unsafe('fsync', 'full_page_writes'))
    await expect(checkSafe(postgres.url)).rejects.toThrow(
      'PostgreSQL would lose acknowledged changes in a power cut: fsync and full_page_writes are off. Switch it on, or set ROLECALL_ALLOW_UNSAFE_DATABASE=fsync,full_page_writes.',
    )
    await expect(checkSafe(postgres.url, ['fsync'])).rejects.toThrow('full_page_writes is off')
    await checkSafe(postgres.url, ['fsync', 'full_page_writes'])
  })

  test('what is off for its user alone is seen as well', async () => {
    const postgres = await start(version)
    const url = await postgres.provided('createrole')
    await checkSafe(url)
    await ask(url, 'alter role current_user set synchronous_commit = off')
    await expect(checkSafe(url)).rejects.toThrow('synchronous_commit is off')
  })

  test('an owner who may create roles needs no administrator', async () => {
    const postgres = await start(version)
    const url = await postgres.provided('createrole')
    await migrate(url)
    const app = openPool(url, 'app', 1)
    await selfTest(app)
    await app.end()
  })

  test('an owner who may not create roles hears what is missing, and nothing is half done', async () => {
    const postgres = await start(version)
    const url = await postgres.provided('nocreaterole')
    await expect(migrate(url)).rejects.toThrow('The user of DATABASE_URL may not set up the database')
    expect(await ask(url, 'select name from public.migration')).toEqual([])
  })
})

test('one that is not there is named in a sentence', async () => {
  const port = await freePort()
  await expect(checkSafe(`postgres://x:hunter2@127.0.0.1:${port}/x`)).rejects.toThrow(
    /^DATABASE_URL does not answer \(.*ECONNREFUSED.*\)\. Start that PostgreSQL/,
  )
})

test('several servers that start at once migrate once', async () => {
  const postgres = await start()
  await Promise.all([1, 2, 3, 4].map(() => migrate(postgres.url)))
  const rows = await ask<{ name: string }>(postgres.url, 'select name from public.migration order by at')
  expect(rows.map((row) => row.name)).toEqual(allMigrations().map((one) => one.name))
})

test('a database of a newer Rolecall is refused, and untouched', async () => {
  const postgres = await start()
  await migrate(postgres.url)
  await ask(postgres.url, `insert into public.migration (name) values ('999_later.sql')`)
  await expect(migrate(postgres.url)).rejects.toThrow('This database was made by a newer Rolecall: it has 999_later.sql. Start that one')
})

test('a migration that fails leaves nothing of itself, says which it was, and can be tried again', async () => {
  const postgres = await start()
  await migrate(postgres.url)
  const wrong = { name: '998_wrong.sql', file: new URL('wrong.sql', import.meta.url).pathname }
  await expect(migrate(postgres.url, [...allMigrations(), wrong])).rejects.toThrow('Migration 998_wrong.sql does not apply: ')
  expect(await ask(postgres.url, `select to_regclass('rolecall.half') as half`)).toEqual([{ half: null }])
  await migrate(postgres.url)
})
