import { afterAll, expect, test } from 'vitest'
import { newId } from '#core/work/trail.ts'
import { lines, sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const slugOf = () => `harbor-${newId().slice(-10)}`
const harbor = (slug: string, more: object = {}) => ({
  kind: 'staffing',
  name: 'Harbor Staffing',
  slug,
  zone: 'America/New_York',
  currency: 'USD',
  you: { name: 'Olive Tan', email: `olive@${slug}.example`, password: 'a long enough one' },
  ...more,
})

test('[staffing 1] a visitor creates an agency and is its Account Owner, signed in, with one address of its own', async () => {
  const slug = slugOf()
  const olive = visitor(house)
  const made = await olive.call('POST', '/api/agencies', harbor(slug))
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  expect(made.body).toEqual({ id: expect.any(String), slug })
  const me = await olive.call('GET', `/api/agencies/${made.body.id}/me`)
  expect(me.body.person).toMatchObject({ name: 'Olive Tan', level: 'owner', levelTitle: 'Account Owner' })
  expect(me.body.owner).toMatchObject({ name: 'Olive Tan' })
  const session = await olive.call('GET', '/api/session')
  expect(session.body.agencies).toMatchObject([{ id: made.body.id, slug, kind: 'staffing', person: { levelTitle: 'Account Owner' } }])
  expect(await sql('select slug from login.directory_slug where agency_id = $1', [made.body.id])).toEqual([{ slug }])
  expect(await lines(made.body)).toMatchObject([{ seq: 1, action: 'agency.create', actor: { name: 'Olive Tan' } }])
})

test('[staffing 1] an address that is taken is refused, and no agency is left behind', async () => {
  const slug = slugOf()
  expect((await visitor(house).call('POST', '/api/agencies', harbor(slug))).status).toBe(200)
  const count = async () =>
    (
      await sql<{ n: number }>(
        'select count(*)::int as n from rolecall.agency a join rolecall.person p on p.agency_id = a.id where a.slug = $1',
        [slug],
      )
    )[0]!.n
  const you = { name: 'Xenia', email: `xenia@${slug}.example`, password: 'a long enough one' }
  const xenia = visitor(house)
  for (const taken of [slug, slug.toUpperCase(), ` ${slug} `]) {
    const no = await xenia.call('POST', '/api/agencies', harbor(taken, { you }))
    expect([no.status, no.body.code], taken).toEqual([409, 'portal_name_taken'])
  }
  expect(await count()).toBe(1)
  expect((await xenia.call('GET', '/api/session')).body.agencies).toEqual([])
  const free = slugOf()
  expect((await xenia.call('POST', '/api/agencies', harbor(free, { you }))).body).toMatchObject({ slug: free })
})

test('[staffing 1] of two who take one address at once, one has it', async () => {
  const slug = slugOf()
  const take = (name: string) =>
    visitor(house).call(
      'POST',
      '/api/agencies',
      harbor(slug, { you: { name, email: `${name}@${slug}.example`, password: 'a long enough one' } }),
    )
  const answers = await Promise.all([take('one'), take('two'), take('three')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(await sql('select id from rolecall.agency where slug = $1', [slug])).toHaveLength(1)
})

test('[media A16] whoever signs up and says they are an Admin is nobody anywhere', async () => {
  const address = `mallory@${slugOf()}.example`
  const mallory = visitor(house)
  const up = await mallory.call('POST', '/api/auth/sign-up/email', {
    name: 'Mallory',
    email: address,
    password: 'a long enough one',
    level: 'admin',
    role: 'admin',
    side: 'team',
    email_verified: true,
    emailVerified: true,
  })
  expect(up.status, JSON.stringify(up.body)).toBeLessThan(500)
  const [login] = await sql<{ id: string; email_verified: boolean }>('select id, email_verified from login.login where email = $1', [
    address,
  ])
  if (login) expect(login.email_verified).toBe(false)
  expect(await sql('select id from rolecall.person where email = $1', [address])).toEqual([])
  const plain = { name: 'Mallory', email: `m.${address}`, password: 'a long enough one' }
  expect((await mallory.call('POST', '/api/auth/sign-up/email', plain)).status).toBe(200)
  expect((await mallory.call('GET', '/api/session')).body).toMatchObject({ login: { name: 'Mallory', proven: false }, agencies: [] })
})

test("[guarantee E9] an unknown field, a kind that is none and a level of one's own are refused before anything is made", async () => {
  const slug = slugOf()
  const you = { name: 'Olive', email: `olive@${slug}.example`, password: 'a long enough one' }
  for (const more of [
    { kind: 'owner' },
    { owner_id: newId() },
    { level: 'owner' },
    { you: { ...you, level: 'admin' } },
    { you: { ...you, login_id: newId() } },
  ]) {
    const no = await visitor(house).call('POST', '/api/agencies', harbor(slug, more))
    expect([no.status, no.body.code]).toEqual([400, 'bad_input'])
  }
  expect(await sql('select id from login.login where email = $1', [you.email])).toEqual([])
  expect((await visitor(house).call('POST', '/api/agencies', harbor(slug, { you }))).status).toBe(200)
})

test('an agency cannot take the address of a page of the house', async () => {
  const you = { name: 'Nora Quist', email: `nora-${crypto.randomUUID()}@mail.example`, password: 'a long enough password' }
  const found = (slug: string) =>
    visitor(house).call('POST', '/api/agencies', { kind: 'media', name: 'Mail', slug, zone: 'UTC', currency: 'USD', you })
  const refused = await found('mail')
  expect(refused.status).toBe(400)
  expect(refused.body.fields.slug).toContain('kept for Rolecall')
  expect((await found(`mail-${crypto.randomUUID().slice(0, 8)}`)).status).toBe(200)
})
