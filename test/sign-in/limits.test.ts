import { afterAll, expect, test } from 'vitest'
import { limitTries } from '#core/sign-in/limits.ts'
import { staffingAgency } from '../house/cast.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'

const house = await openTestHouse()
afterAll(() => house.close())

test('of fifty tries in the same instant only as many are taken as the limit says, and another key is not touched', async () => {
  const key = `test ${crypto.randomUUID()}`
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => limitTries(house.logins, key, { most: 7, minutes: 15 })))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(7)
  await limitTries(house.logins, `${key} of somebody else`, { most: 7, minutes: 15 })
})

test('passwords at the transfer of ownership cannot be guessed without end, and the right one waits as well', async () => {
  const { people, as } = await staffingAgency(house)
  const transfer = (password: string) => as('olive', 'POST', '/owner/transfer', { to: people.adam.id, password })
  for (let i = 0; i < 10; i++) expect((await transfer(`guess ${i}`)).status).toBe(401)
  const refused = await transfer('guess 10')
  expect(refused.status).toBe(429)
  expect(refused.body.code).toBe('rate.limited')
  expect((await as('adam', 'GET', '/owner')).body.owner.name).toBe('Olive')
})

test('one source founds so many agencies an hour and no more; another source is not held up', async () => {
  const from = () => ({ 'x-forwarded-for': `10.1.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}` })
  const found = (headers: Record<string, string>) => {
    const you = { name: 'Nora Quist', email: `nora-${crypto.randomUUID()}@mail.example`, password: 'a long enough password' }
    return visitor(house).call('POST', '/api/agencies', { kind: 'media', name: 'North', zone: 'UTC', currency: 'USD', you }, headers)
  }
  const here = from()
  const answers = []
  for (let i = 0; i < 21; i++) answers.push((await found(here)).status)
  expect(answers.slice(0, 20).every((status) => status === 200)).toBe(true)
  expect(answers[20]).toBe(429)
  expect((await found(from())).status).toBe(200)
})

test('nor does one who is signed in, wherever they come from: whether an address is taken is asked so often and no more', async () => {
  const { people, visitor: as } = await staffingAgency(house)
  const found = () => {
    const asked = { kind: 'media', name: 'North', slug: 'taken-by-nobody', zone: 'UTC', currency: 'USD', you: { name: 'Sam' } }
    return as('sam').call('POST', '/api/agencies', asked)
  }
  const answers = []
  for (let i = 0; i < 21; i++) answers.push((await found()).status)
  expect(answers.slice(1, 20).every((status) => status === 409)).toBe(true)
  expect(answers[20], people.sam.email).toBe(429)
})

test('an agency whose address nobody has proven writes to twenty strangers a day, and a proven one to a whole team', async () => {
  const { people, as } = await staffingAgency(house)
  const invite = (count: number) => {
    const emails = Array.from({ length: count }, () => `${crypto.randomUUID()}@mail.example`)
    return as('olive', 'POST', '/invitations', { emails, level: 'standard' })
  }
  await house.logins.updateTable('login').set({ email_verified: false }).where('id', '=', people.olive.login).execute()
  expect((await invite(20)).status).toBe(200)
  const refused = await invite(1)
  expect([refused.status, refused.body.code]).toEqual([429, 'rate.limited'])
  expect((await as('olive', 'GET', '/people/count')).body.invitations).toBe(20)
  await house.logins.updateTable('login').set({ email_verified: true }).where('id', '=', people.olive.login).execute()
  expect((await invite(1)).status).toBe(200)
})
