// The program is killed while people write: what was acknowledged is there, what was not is whole or not at all, and the letters go on.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../start/own-postgres.ts'
import { clone, killPostgres, postmaster, someFolder } from '../start/processes.ts'

type Program = { url: string; said: () => string; end(signal: NodeJS.Signals): Promise<void> }
const running: Program[] = []
let data = ''
afterEach(async () => {
  for (const program of running.splice(0)) await program.end('SIGKILL')
  if (data && postmaster(`${data}/postgres`)) killPostgres(`${data}/postgres`)
})

async function start(): Promise<Program> {
  const port = await freePort()
  const env = { ROLECALL_DATA: data, ROLECALL_HOME: `${data}-home`, PORT: String(port), ROLECALL_URL: 'http://localhost:3999' }
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const program: Program = {
    url: `http://localhost:${port}`,
    said: () => said,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
  running.push(program)
  await expect.poll(() => said, { timeout: 20_000 }).toContain('Rolecall is open')
  return program
}

const password = 'a canary that sings 8491'
test('three rounds of kill -9 while four people write: nothing acknowledged is lost, and the chain holds [guarantee X1]', async () => {
  data = path.join(someFolder(), 'data')
  let program = await start()
  let cookie = ''
  const call = async (method: string, where: string, body?: unknown) => {
    const headers = { origin: 'http://localhost:3999', 'content-type': 'application/json', ...(cookie && { cookie }) }
    const answer = await fetch(program.url + where, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    // biome-ignore lint/suspicious/noExplicitAny: a test reads answers as they come
    const said = (await answer.json()) as any
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]!)
    if (set.length) cookie = set.join('; ')
    return { status: answer.status, body: said }
  }
  const founded = await call('POST', '/api/agencies', {
    kind: 'media',
    name: 'Northlight Media',
    zone: 'America/New_York',
    currency: 'USD',
    you: { name: 'Ada', email: 'ada@northlight.example', password },
  })
  expect(founded.status, JSON.stringify(founded.body)).toBe(200)
  const agency = `/api/agencies/${founded.body.id}`
  const acknowledged: { id: string; name: string }[] = []
  const invited: string[] = []
  let next = 0

  for (let round = 0; round < 3; round++) {
    let going = true
    const goal = acknowledged.length + 40
    const writers = Array.from({ length: 4 }, async () => {
      while (going) {
        const n = next++
        try {
          const added = await call('POST', `${agency}/people`, {
            name: `Agent ${n}`,
            email: `agent${n}@northlight.example`,
            phone: null,
            title: null,
            level: 'agent',
          })
          if (added.status === 200) acknowledged.push({ id: added.body.id, name: `Agent ${n}` })
          if (
            n % 10 === 0 &&
            (await call('POST', `${agency}/invitations`, { emails: [`staff${n}@northlight.example`], level: 'staff' })).status === 200
          )
            invited.push(`staff${n}@northlight.example`)
        } catch {
          return // the program is gone
        }
      }
    })
    await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(goal)
    await program.end('SIGKILL')
    going = false
    await Promise.all(writers)
    const began = performance.now()
    program = await start()
    expect(performance.now() - began).toBeLessThan(8000)
    const there = new Map<string, string>()
    for (let after = ''; ; ) {
      const { body } = await call('GET', `${agency}/people?tab=clients&sort=name&most=100${after}`)
      for (const { id, name } of body.people) there.set(id, name)
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    expect(acknowledged.filter(({ id, name }) => there.get(id) !== name)).toEqual([])
    expect(new Set(there.values()).size).toBe(there.size) // and nothing twice
    const chain = await call('GET', `${agency}/activity/chain`)
    expect(chain.body.bad).toBeNull()
    // Every person that is there has its line, and no line is about somebody who is not.
    const added = new Set<string>()
    for (let after = ''; ; ) {
      const { body } = await call('GET', `${agency}/activity?act=person.create&most=100${after}`)
      for (const { thing } of body.entries) added.add(thing.id)
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    expect([...added].sort()).toEqual([...there.keys()].sort())
  }
  const letters = await call('GET', `${agency}/letters/waiting`)
  expect(letters.body.map(({ recipient }: { recipient: string }) => recipient)).toEqual(expect.arrayContaining(invited))
  expect(invited.length).toBeGreaterThan(3)

  // What is secret has not been written anywhere a log is read.
  await call('POST', '/api/auth/sign-in/email', { email: 'ada@northlight.example', password: `${password}!` })
  await call('POST', '/api/auth/request-password-reset', { email: 'ada@northlight.example' })
  await wait(300)
  const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
  for (const one of running) for (const secret of [password, token, cookie]) expect(one.said()).not.toContain(secret)
}, 90_000)
