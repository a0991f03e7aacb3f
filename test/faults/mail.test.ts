// The mail server is down, slow, confused or rude. The page never waits, nothing is lost, and each letter leaves once.
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '../../src/house.ts'
import { mediaAgency } from '../house/cast.ts'
import { databaseOfItsOwn } from '../house/database-of-its-own.ts'
import { origin, secret, type TestHouse } from '../house/house.ts'
import { freePort } from '../start/own-postgres.ts'

const port = await freePort()
const { url, seen, drop } = await databaseOfItsOwn()
const house = (await openHouse({
  database: url,
  url: origin,
  secrets: [secret],
  logLevel: 'silent',
  smtp: `smtp://127.0.0.1:${port}`,
  mailFrom: 'Rolecall <rolecall@northlight.example>',
})) as TestHouse
afterAll(async () => {
  await house.close()
  await drop()
})
const { as } = await mediaAgency(house)
type Waits = { recipient: string; attempts: number; problem: string | null }
const waiting = async (): Promise<Waits[]> => (await as('ada', 'GET', '/letters/waiting')).body
/** Letters that have failed wait for half a minute and more; a test does not. */
const tryAgain = () => seen.query(`update jobs.job set start_after = now() where name = 'letter' and state in ('retry', 'created')`)
const untilTried = (address: string) =>
  expect
    .poll(async () => (await waiting()).some(({ recipient, attempts }) => recipient === address && attempts > 0), {
      timeout: 30_000,
      interval: 100,
      message: address,
    })
    .toBe(true)

/** Invites somebody, and says how long the page waited. */
async function invite(address: string) {
  const began = performance.now()
  const answer = await as('ada', 'POST', '/invitations', { emails: [address], level: 'staff' })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return performance.now() - began
}
/** Something that listens where the mail server should. */
async function listener(behave: (socket: net.Socket) => void) {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    behave(socket)
  })
  await new Promise<void>((open) => server.listen(port, '127.0.0.1', open))
  return async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((closed) => server.close(closed))
  }
}
const rude = (line: string) => (socket: net.Socket) => {
  socket.write('220 mail.example\r\n')
  socket.on('data', (text) => socket.write(String(text).startsWith('EHLO') ? '250 mail.example\r\n' : line))
}
const modes: Record<string, ((socket: net.Socket) => void) | undefined> = {
  down: undefined,
  'hangs up': (socket) => socket.destroy(),
  'speaks another language': (socket) => socket.end('HTTP/1.1 418 I am a teapot\r\n\r\n'),
  'sends noise': (socket) => void socket.write(Buffer.alloc(100_000, 0xff)),
  'is full': rude('452 4.3.1 The disk is full\r\n'),
  'refuses everybody': rude('550 5.7.1 Nobody here\r\n'),
  'says nothing': () => {},
}

test('whatever the mail server does, the page does not wait, the letter stays, the Admin sees it, and it is sent later, once [guarantee X10]', async () => {
  const addresses: string[] = []
  let slowest = 0
  for (const [mode, behave] of Object.entries(modes)) {
    const close = behave && (await listener(behave))
    const address = `${mode.replaceAll(' ', '-')}@agents.example`
    addresses.push(address)
    slowest = Math.max(slowest, await invite(address))
    await wait(100)
    const began = performance.now()
    expect((await as('stan', 'GET', '/people')).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - began)
    await untilTried(address)
    expect((await waiting()).map(({ recipient }) => recipient)).toEqual(expect.arrayContaining(addresses))
    expect((await waiting()).find(({ recipient }) => recipient === address)!.problem, mode).toBeTruthy()
    await close?.()
  }
  expect(slowest).toBeLessThan(1000)
  expect((await as('stan', 'GET', '/letters/waiting')).status).toBe(403)

  const received: { to: string[]; raw: string }[] = []
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  await new Promise<void>((open) => mail.listen(port, '127.0.0.1', open))
  await expect.poll(async () => tryAgain().then(async () => (await waiting()).length), { timeout: 30_000, interval: 200 }).toBe(0)
  await tryAgain()
  await wait(1500) // and nothing leaves twice
  expect(received.flatMap(({ to }) => to).sort()).toEqual([...addresses].sort())
  const { rows } = await seen.query<{ id: string; recipient: string; body: string; attempts: number }>(
    'select id, recipient, body::text, attempts from rolecall.outbox',
  )
  for (const { id, recipient, body } of rows) {
    const { raw } = received.find(({ to }) => to.includes(recipient))!
    const parsed = await PostalMime.parse(raw)
    expect(parsed.messageId).toBe(`<${id}@rolecall>`)
    expect(parsed.from?.address).toBe('rolecall@northlight.example')
    expect(parsed.text).toMatch(/http:\/\/localhost:3000\/invitation\/[\w-]{40,}/)
    expect(parsed.html).toContain('Join Northlight Media')
    expect(body).not.toMatch(/invitation\//) // what has left keeps no link that opens a door
  }
  await new Promise<void>((closed) => mail.close(closed))
}, 90_000)

test('a letter that nobody takes holds up no other [guarantee X10]', async () => {
  const taken: string[] = []
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, done) => (address.startsWith('nobody') ? done(new Error('no such mailbox')) : done()),
    onData(stream, session, done) {
      stream.resume()
      stream.on('end', () => {
        taken.push(session.envelope.rcptTo[0]!.address)
        done()
      })
    },
  })
  await new Promise<void>((open) => mail.listen(port, '127.0.0.1', open))
  const good = Array.from({ length: 12 }, (_, i) => `good${i}@agents.example`)
  const bad = ['nobody1@agents.example', 'nobody2@agents.example']
  expect(
    (await as('ada', 'POST', '/invitations', { emails: [...good.slice(0, 1), ...bad, ...good.slice(1)], level: 'staff' })).status,
  ).toBe(200)
  // Without anybody pushing: those behind a bad letter leave at their first try.
  await expect.poll(() => taken.length, { timeout: 15_000 }).toBe(good.length)
  expect(taken.sort()).toEqual([...good].sort())
  expect((await waiting()).map(({ recipient }) => recipient).sort()).toEqual(bad)
  await new Promise<void>((closed) => mail.close(closed))
}, 60_000)

test('when the mail server is back, what waits leaves within five minutes, and it waits for days [guarantee X10]', async () => {
  const { rows } = await seen.query(
    `select retry_limit, retry_delay, retry_delay_max, expire_seconds from jobs.queue where name = 'letter'`,
  )
  const { retry_limit, retry_delay, retry_delay_max, expire_seconds } = rows[0]
  expect(retry_delay).toBeLessThanOrEqual(30)
  expect(retry_delay_max).toBeLessThanOrEqual(300)
  expect(retry_limit * retry_delay_max).toBeGreaterThan(3 * 24 * 3600)
  expect(expire_seconds).toBeLessThanOrEqual(300) // a server that was killed in the middle of sending
})
