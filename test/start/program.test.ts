// The program as people start it: one process, one line, and sentences when something is in the way.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { freePort } from './own-postgres.ts'
import { clone, killPostgres, postmaster, someFolder } from './processes.ts'

type Program = {
  heard: { out: string; err: string }
  url: string
  pid: number | undefined
  ended: Promise<number | null>
  end: (signal: NodeJS.Signals) => Promise<number | null>
}
const programs: Program[] = []
const folders = new Set<string>()
afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGKILL')
  for (const data of folders) if (postmaster(`${data}/postgres`)) killPostgres(`${data}/postgres`)
  folders.clear()
})

function run(data: string, env: Record<string, string> = {}) {
  return program(data, process.execPath, ['src/main.ts'], clone, env)
}

async function program(data: string, command: string, args: string[], cwd: string, more: Record<string, string>): Promise<Program> {
  const port = await freePort()
  const env = { ROLECALL_DATA: data, ROLECALL_HOME: `${data}-home`, PORT: String(port), ...more }
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const heard = { out: '', err: '' }
  child.stdout.on('data', (text) => (heard.out += text))
  child.stderr.on('data', (text) => (heard.err += text))
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  const started = { heard, pid: child.pid, ended, end, url: `http://localhost:${port}` }
  programs.push(started)
  folders.add(data)
  return started
}

/** Started, and open. */
async function open(data: string, env: Record<string, string> = {}) {
  const program = await run(data, env)
  await expect.poll(() => program.heard, { timeout: 20_000 }).toMatchObject({ out: expect.stringContaining('\n') })
  return program
}
const answer = async (program: Program, where: string) => (await fetch(program.url + where)).status
const data = () => path.join(someFolder(), 'data')

test('the start says one line with the address, and the address answers', async () => {
  const program = await open(data())
  expect(program.heard.out).toBe(`Rolecall is open at ${program.url}\n`)
  expect(await answer(program, '/healthz')).toBe(200)
  expect(await answer(program, '/readyz')).toBe(200)
})

test('told to stop, it ends well and stops its database', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const folder = data()
    const program = await open(folder)
    expect(postmaster(`${folder}/postgres`)).toBeDefined()
    expect(await program.end(signal)).toBe(0)
    expect(postmaster(`${folder}/postgres`)).toBeUndefined()
  }
})

test('npm start, from any folder: told to stop, nothing of it stays', async () => {
  const folder = data()
  const { PATH, HOME } = process.env
  // without prestart, which has nothing to do here: the set-up came before the tests
  const npm = await program(folder, 'npm', ['--silent', '--prefix', clone, '--ignore-scripts', 'start'], '/', { PATH: PATH!, HOME: HOME! })
  await expect.poll(() => npm.heard.out, { timeout: 60_000 }).toBe(`Rolecall is open at ${npm.url}\n`)
  await npm.end('SIGTERM')
  await expect.poll(() => postmaster(`${folder}/postgres`), { timeout: 10_000 }).toBeUndefined()
  await expect(fetch(`${npm.url}/healthz`)).rejects.toThrow('fetch failed')
}, 90_000)

test('a second start on the same folder ends with its sentence, and the first stays open [guarantee O5]', async () => {
  const folder = data()
  const first = await open(folder)
  const second = await run(folder)
  expect(await second.ended).toBe(1)
  expect(second.heard).toEqual({
    out: '',
    err: `Another Rolecall (process ${first.pid}) is running on ${folder}/postgres. Stop it first, or give this one a folder of its own with ROLECALL_DATA.\n`,
  })
  expect(await answer(first, '/readyz')).toBe(200)
})

test('after the program is killed, the next start finds its database still running [guarantee X1]', async () => {
  const folder = data()
  const first = await open(folder)
  const before = postmaster(`${folder}/postgres`)
  await first.end('SIGKILL')
  const next = await open(folder)
  expect(next.heard.out).toBe(`Rolecall is open at ${next.url}\n`)
  expect(postmaster(`${folder}/postgres`)).toBe(before)
  expect(await answer(next, '/readyz')).toBe(200)
})

test('PostgreSQL is killed under the open program: 503 and Retry-After meanwhile, then ready again by itself [guarantee X2]', async () => {
  const folder = data()
  const program = await open(folder)
  const heard = new Set<string>()
  const ask = async () => {
    const { status, headers } = await fetch(`${program.url}/readyz`)
    heard.add(status === 200 ? '200' : `${status}, Retry-After ${headers.get('retry-after')}`)
    return status
  }
  // its folder is moved away for a moment, so the moment without a database is long enough to be seen
  killPostgres(`${folder}/postgres`)
  fs.renameSync(`${folder}/postgres/PG_VERSION`, `${folder}/postgres/PG_VERSION.away`)
  await expect.poll(ask, { timeout: 10_000, interval: 20 }).toBe(503)
  fs.renameSync(`${folder}/postgres/PG_VERSION.away`, `${folder}/postgres/PG_VERSION`)
  await expect.poll(() => program.heard.err, { timeout: 10_000, interval: 5 }).toContain('PostgreSQL is back.')
  const began = performance.now()
  await expect.poll(ask, { timeout: 10_000, interval: 20 }).toBe(200)
  expect(performance.now() - began).toBeLessThan(5000)
  expect([...heard].filter((one) => one !== '200')).toEqual([expect.stringMatching(/^503, Retry-After \d+$/)])
  expect(program.heard.err).toMatch(/PostgreSQL is gone. Starting it again.\n(.*\n)*PostgreSQL is back.\n/)
})

test('a wrong setting ends the start with its sentence alone, before anything is made', async () => {
  const folder = data()
  const program = await run(folder, { PORT: 'eighty' })
  expect(await program.ended).toBe(1)
  expect(program.heard).toEqual({ out: '', err: 'PORT is "eighty". Write a number from 1 to 65535.\n' })
  expect(fs.existsSync(folder)).toBe(false)
})

test('a port that is taken ends the start with its sentence, and no database stays behind', async () => {
  const folder = data()
  const other = net.createServer()
  const port = await new Promise<number>((done) => other.listen(0, () => done((other.address() as net.AddressInfo).port)))
  const program = await run(folder, { PORT: String(port) })
  expect(await program.ended).toBe(1)
  expect(program.heard).toEqual({ out: '', err: `Port ${port} is taken. Stop what uses it, or set PORT to another number.\n` })
  expect(postmaster(`${folder}/postgres`)).toBeUndefined()
  other.close()
})
