import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { ask, type Holder, hold, kill, killPostgres, lostRows, postmaster, someFolder, stop, writer } from './processes.ts'
import { mayMount, withSmallDisk } from './small-disk.ts'

const holders: Holder[] = []
const server = async (...args: Parameters<typeof hold>) => {
  const holder = await hold(...args)
  holders.push(holder)
  return holder
}
afterEach(async () => {
  for (const holder of holders.splice(0).reverse()) {
    await stop(holder)
    if (postmaster(holder.place)) killPostgres(holder.place)
  }
})

test('a second server on the same folder stops with a sentence, and the first goes on [guarantee O5]', { retry: 2 }, async () => {
  const folder = path.join(someFolder(), 'postgres')
  const first = await server(folder)
  const refused = await server(folder).catch((error) => error)
  expect(refused.code).toBe(1)
  expect(refused.message).toBe(
    `Another Rolecall (process ${first.process.pid}) is running on ${folder}. Stop it first, or give this one a folder of its own with ROLECALL_DATA.`,
  )
  expect(refused.ms).toBeLessThan(2000) // the only reason to retry: a busy machine
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop(first)
  expect(await server(folder)).toMatchObject({ adopted: false }) // the lock went with the first
})

test('of several first starts at once on one folder, exactly one gets it [guarantee O5]', async () => {
  const folder = path.join(someFolder(), 'postgres')
  const starts = await Promise.allSettled([1, 2, 3].map(() => server(folder)))
  const refused = starts.filter((start) => start.status === 'rejected')
  expect(refused.map((start) => start.reason.message)).toEqual(Array(2).fill(expect.stringContaining('is running on')))
  expect(fs.readdirSync(path.dirname(folder))).toEqual(['postgres']) // and nothing half-made stays
})

test('the server alone is killed while it writes: the next start takes over the database that still runs [guarantee X1]', async () => {
  const folder = path.join(someFolder(), 'postgres')
  let holder = await server(folder)
  const writes = await writer(holder.url)
  for (let round = 0; round < 3; round++) {
    await writes.more(50)
    const pid = postmaster(holder.place)
    await kill(holder)
    holder = await server(folder)
    expect(holder).toMatchObject({ adopted: true })
    expect(holder.ms).toBeLessThan(3000)
    expect(postmaster(holder.place)).toBe(pid)
  }
  await writes.more(50)
  await writes.end()
  expect(await lostRows(holder.url, writes.acknowledged)).toEqual([])
  expect(await lostRows(holder.url, [...writes.acknowledged, -1])).toEqual([-1]) // a lost row would be seen
})

test('PostgreSQL alone is killed while it writes: it comes back under the living server [guarantee X2]', async () => {
  const holder = await server(path.join(someFolder(), 'postgres'))
  const writes = await writer(holder.url)
  for (let round = 0; round < 3; round++) {
    await writes.more(50)
    const pid = postmaster(holder.place)
    const killed = performance.now()
    killPostgres(holder.place)
    await expect.poll(() => [undefined, pid].includes(postmaster(holder.place)), { timeout: 5000, interval: 5 }).toBe(false)
    await writes.more(1)
    expect(performance.now() - killed).toBeLessThan(5000)
  }
  await writes.end()
  await expect.poll(() => holder.said()).toMatch(/PostgreSQL is gone. Starting it again.\nPostgreSQL is back.\n/)
  expect(await lostRows(holder.url, writes.acknowledged)).toEqual([])
  expect(holder.process.exitCode).toBeNull()
})

test('a database that was taken over comes back too, and keeps its lock', async () => {
  const folder = path.join(someFolder(), 'postgres')
  await kill(await server(folder))
  const next = await server(folder)
  expect(next.adopted).toBe(true)
  killPostgres(next.place)
  await expect.poll(() => next.said(), { timeout: 5000 }).toContain('PostgreSQL is back.')
  await expect(server(folder)).rejects.toThrow(`Another Rolecall (process ${next.process.pid}) is running`)
})

test('both are killed while they write: the next start just works [guarantee X1] [guarantee X2]', async () => {
  const folder = path.join(someFolder(), 'postgres')
  let holder = await server(folder)
  const writes = await writer(holder.url)
  for (let round = 0; round < 3; round++) {
    await writes.more(50)
    const pid = postmaster(holder.place)
    await Promise.all([kill(holder), killPostgres(holder.place)])
    holder = await server(folder)
    expect(holder.ms).toBeLessThan(5000)
    expect(postmaster(holder.place)).not.toBe(pid)
  }
  await writes.end()
  expect(await lostRows(holder.url, writes.acknowledged)).toEqual([])
})

test('after a power cut the number of the old PostgreSQL may belong to somebody else, and the start works', async () => {
  const folder = path.join(someFolder(), 'postgres')
  const first = await server(folder)
  const file = path.join(first.place, 'postmaster.pid')
  const text = fs.readFileSync(file, 'utf8')
  await stop(first)
  fs.writeFileSync(file, text.replace(/^\d+/, String(process.pid)))
  expect(await server(folder)).toMatchObject({ adopted: false })
})

test('a first start that was cut off in the middle leaves nothing that hinders the next', async () => {
  const folder = path.join(someFolder(), 'postgres')
  const cutOff = server(folder).catch((error) => error)
  while (!fs.readdirSync(path.dirname(folder)).some((name) => name.startsWith('postgres.new-'))) await wait(1)
  for (const holder of processesOf(folder)) process.kill(holder, 'SIGKILL')
  await cutOff
  expect(await server(folder)).toMatchObject({ adopted: false })
})

test('PostgreSQL keeps what it acknowledges, whatever its file of settings says', async () => {
  const folder = path.join(someFolder(), 'postgres')
  const first = await server(folder)
  await ask(first.url, 'alter system set fsync = off')
  await stop(first)
  const next = await server(folder)
  const rows = await ask(
    next.url,
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name`,
  )
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual(['fsync on', 'full_page_writes on', 'synchronous_commit on'])
})

const onSmallDisk = test.skipIf(!mayMount())

onSmallDisk('the disk is full: what is there can be read, and with space again it goes on by itself [guarantee X4]', async () => {
  await withSmallDisk(async (disk) => {
    const holder = await server(path.join(disk.folder, 'postgres'))
    const writes = await writer(holder.url)
    await writes.more(50)
    const big = () => ask(holder.url, `create table if not exists big as select repeat(md5(n::text), 100) from generate_series(1, 20000) n`)
    disk.fill()
    expect(await big().catch((error) => error.code)).toBe('53100')
    expect(await ask(holder.url, 'select id from written where id = 0')).toEqual([{ id: 0 }])
    disk.free()
    await big()
    await writes.more(50)
    await writes.end()
    expect(await lostRows(holder.url, writes.acknowledged)).toEqual([])
    await stop(holder)
  })
})

onSmallDisk('PostgreSQL is gone and its disk takes nothing: it is tried again until it starts [guarantee X5]', async () => {
  await withSmallDisk(async (disk) => {
    const holder = await server(path.join(disk.folder, 'postgres'))
    const writes = await writer(holder.url)
    await writes.more(50)
    holder.process.kill('SIGSTOP') // so that the disk is closed before it is quick enough to start again
    killPostgres(holder.place)
    await expect.poll(() => processesOf(disk.folder).filter((pid) => pid !== holder.process.pid)).toEqual([])
    disk.close()
    holder.process.kill('SIGCONT')
    await expect.poll(() => holder.said(), { timeout: 10_000 }).toContain('Trying again until it starts.')
    const before = writes.acknowledged.length
    await wait(1500)
    expect(holder.said().match(/Trying again/g)).toHaveLength(1)
    disk.open()
    await writes.more(1)
    expect(writes.acknowledged.length).toBeGreaterThan(before)
    await writes.end()
    await expect.poll(() => holder.said(), { timeout: 5000 }).toContain('PostgreSQL is back.')
    expect(await lostRows(holder.url, writes.acknowledged)).toEqual([])
    await stop(holder)
  })
})

function processesOf(folder: string) {
  const all = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.map(Number).filter((pid) => {
    try {
      return pid !== process.pid && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
    } catch {
      return false
    }
  })
}
