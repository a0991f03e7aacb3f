// PostgreSQL is away for a while: 503 with Retry-After, no waiting, and then it goes on without a restart.
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { openHouse } from '../../src/house.ts'
import { staffingAgency } from '../house/cast.ts'
import { origin, secret, type TestHouse } from '../house/house.ts'
import { ask, call, cookie } from '../routes/ask.ts'
import { ofAgency } from '../routes/operations.ts'
import { freePort, ownPostgres } from '../start/own-postgres.ts'

const postgres = await ownPostgres()
await migrate(postgres.url)

/** The way to PostgreSQL, which can be cut, or stop carrying anything. */
async function way() {
  const port = await freePort()
  const target = Number(new URL(postgres.url).port)
  const pairs = new Set<[net.Socket, net.Socket]>()
  let silent = false
  const server = net.createServer((near) => {
    const far = net.connect(target, '127.0.0.1')
    const pair: [net.Socket, net.Socket] = [near, far]
    pairs.add(pair)
    for (const [one, other] of [pair, [far, near]] as [net.Socket, net.Socket][]) {
      one.on('data', (bytes) => {
        if (!silent) other.write(bytes)
      })
      one.on('error', () => {})
      one.on('close', () => {
        other.destroy()
        pairs.delete(pair)
      })
    }
  })
  const open = () => new Promise<void>((opened) => server.listen(port, '127.0.0.1', opened))
  const cut = () => {
    for (const [near, far] of pairs) {
      near.destroy()
      far.destroy()
    }
  }
  await open()
  return {
    url: Object.assign(new URL(postgres.url), { port: String(port) }).href,
    open,
    cut,
    async close() {
      cut()
      await new Promise((closed) => server.close(closed))
    },
    silence(on: boolean) {
      silent = on
      if (!on) cut() // what was swallowed cannot be said again
    },
  }
}
const line = await way()
const house = (await openHouse({ database: line.url, url: origin, secrets: [secret], logLevel: 'silent' })) as TestHouse
const at = await staffingAgency(house)
afterAll(async () => {
  await house.close()
  await line.close()
  await postgres.stop()
})

const me = (name: 'olive' | 'sam') => ask(house, { method: 'GET', path: `/api/agencies/${at.id}/me`, cookie: cookie(at as never, name) })
const rename = (title: string, version: number) =>
  ask(house, { method: 'PATCH', path: `/api/agencies/${at.id}/me`, body: { version, title }, cookie: cookie(at as never, 'sam') })
async function expectAway(story: string) {
  const began = performance.now()
  const answers = await Promise.all([
    me('olive'),
    me('sam'),
    rename('away', 1),
    ask(house, { method: 'GET', path: '/readyz' }),
    ask(house, { method: 'GET', path: '/api/session', cookie: cookie(at as never, 'sam') }),
  ])
  for (const { status, headers, body } of answers) {
    expect({ story, status, code: body.code }).toEqual({ story, status: 503, code: 'database_away' })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(body.message).toMatch(/\.$/)
  }
  expect(performance.now() - began, story).toBeLessThan(12_000)
  expect((await ask(house, { method: 'GET', path: '/healthz' })).status).toBe(200)
}
const expectBack = () => expect.poll(async () => (await me('sam')).status, { timeout: 10_000, interval: 50 }).toBe(200)

test('the connection is cut and refused: 503 and Retry-After, then all is well again by itself [guarantee X2]', async () => {
  await rename('before', 1)
  await line.close()
  await expectAway('cut')
  await wait(300)
  await expectAway('still cut')
  await line.open()
  await expectBack()
  const answer = await rename('after', 2)
  expect(answer, answer.text).toMatchObject({ status: 200, body: { title: 'after', version: 3 } })
})

test('the connection goes dead without a word: nobody waits for ever [guarantee X2]', async () => {
  await expectBack()
  line.silence(true)
  await expectAway('silent')
  line.silence(false)
  await expectBack()
}, 60_000)

test('sessions of PostgreSQL are ended one after the other while people work: an answer is right or 503, never half [guarantee X2]', async () => {
  await expectBack()
  const { body } = await me('sam')
  let version: number = body.person.version
  const seen: Record<number, number> = {}
  let cutting = true
  const cutter = (async () => {
    while (cutting) {
      await wait(250)
      line.cut()
    }
  })()
  for (let i = 0; i < 200; i++) {
    const answer = await rename(`round ${i}`, version)
    seen[answer.status] = (seen[answer.status] ?? 0) + 1
    if (answer.status === 200) version = answer.body.version
    else if (answer.status === 409)
      version = answer.body.current.version // it was done, and its answer was lost
    else expect([503], answer.text).toContain(answer.status)
  }
  cutting = false
  await cutter
  await expectBack()
  expect(seen[200]).toBeGreaterThan(10)
  const chain = await call(house, at.id, ofAgency.find(({ name }) => name === 'audit.check')!, {}, cookie(at as never, 'olive'))
  expect(chain.body.bad).toBeNull()
}, 60_000)
