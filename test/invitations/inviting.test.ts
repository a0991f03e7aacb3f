import { afterAll, expect, test } from 'vitest'
import { mediaAgency, staffingAgency } from '../house/cast.ts'
import { everything, lines, refused, sql, tokenIn } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const someone = (name: string, slug: string) => `${name}@new-${slug}.example`

test('[staffing 10] nobody is invited as Account Owner, on no path, not even by her', async () => {
  const agency = await staffingAgency(house)
  const { as, slug, people } = agency
  const no = { status: 422, code: 'use_ownership_transfer', says: /^Nobody becomes Account Owner this way/ }
  const emails = [someone('nina', slug)]
  for (const who of ['adam', 'olive'] as const) {
    await refused(agency, [who, 'POST', '/invitations', { emails, level: 'owner' }], no)
    await refused(agency, [who, 'PUT', `/people/${people.sam.id}/level`, { version: 1, level: 'owner' }], no)
  }
  await refused(agency, ['sam', 'POST', '/invitations', { emails, level: 'owner' }], { code: 'requires_administrator' })
  const [open] = (await as('adam', 'POST', '/invitations', { emails, level: 'standard' })).body.invitations
  await refused(agency, ['adam', 'PATCH', `/invitations/${open.id}`, { version: 1, level: 'owner' }], no)
  const again = await as('adam', 'POST', `/invitations/${open.id}/resending`, { level: 'owner' })
  expect([again.status, again.body.code]).toEqual([400, 'bad_input'])
  const added = await as('adam', 'POST', '/people', { name: 'Nina', email: null, phone: null, title: null, level: 'owner' })
  expect([added.status, added.body.code]).toEqual([400, 'bad_input'])
  expect((await as('adam', 'PATCH', `/invitations/${open.id}`, { version: 1, level: 'administrator' })).body).toMatchObject({
    level: 'administrator',
  })
  await refused(agency, ['adam', 'POST', '/invitations', { emails: [someone('tom', slug)], level: 'talent' }], {
    status: 422,
    code: 'level_unknown',
  })
})

test('[staffing 11] an invited Account Administrator has seven days, and joins at that level; a Standard User invites nobody', async () => {
  const agency = await staffingAgency(house)
  const { as, slug, people } = agency
  const email = someone('jonas', slug)
  const [open] = (await as('adam', 'POST', '/invitations', { emails: [email], level: 'administrator' })).body.invitations
  expect(open).toMatchObject({ email, level: 'administrator', state: 'open', sender: { name: 'Adam' } })
  expect(Math.round((new Date(open.expires_at).getTime() - Date.now()) / 3600_000)).toBe(7 * 24)
  const why = { code: 'requires_administrator', whoCan: ['Olive', 'Adam', 'Priya'] }
  await refused(agency, ['sam', 'POST', '/invitations', { emails: [someone('x', slug)], level: 'standard' }], why)
  await refused(agency, ['sam', 'GET', '/invitations'], why)

  const token = tokenIn(await house.letterTo(email))
  const jonas = visitor(house)
  expect((await jonas.call('GET', `/api/invitations/${token}`)).body).toMatchObject({
    agency: { name: 'Harbor Staffing' },
    level: { title: 'Account Administrator' },
    inviter: 'Adam',
    account: 'new',
  })
  const joined = await jonas.call('POST', `/api/invitations/${token}/acceptance`, { name: 'Jonas Weber', password: 'a long enough one' })
  expect(joined.status, JSON.stringify(joined.body)).toBe(200)
  const me = (await jonas.call('GET', `/api/agencies/${agency.id}/me`)).body.person
  expect(me).toMatchObject({ name: 'Jonas Weber', level: 'administrator', email })
  expect(
    (await jonas.call('PUT', `/api/agencies/${agency.id}/people/${people.sam.id}/level`, { version: 1, level: 'administrator' })).status,
  ).toBe(200)
  expect((await lines(agency)).find(({ action }) => action === 'invitation.accept')).toMatchObject({
    actor: { id: me.id, name: 'Jonas Weber' },
    thing: { id: me.id },
    details: { level: 'administrator' },
  })
})

test('[media A14] an Admin invites several addresses at one level with job roles: one letter and one link each; accepting proves the address', async () => {
  const { as, slug, id } = await mediaAgency(house)
  const emails = [someone('ed', slug), `  ${someone('Eve', slug)}`, someone('ed', slug).toUpperCase()]
  const sent = (await as('ada', 'POST', '/invitations', { emails, level: 'contractor', job_roles: ['Photo Editor'], message: 'Welcome' }))
    .body
  expect(sent.invitations.map(({ email }: { email: string }) => email).sort()).toEqual([someone('ed', slug), someone('eve', slug)])
  const tokens = []
  for (const name of ['ed', 'eve']) {
    const letter = await house.letterTo(someone(name, slug))
    expect(letter.text).toContain('Welcome')
    tokens.push(tokenIn(letter))
    expect(await house.lettersTo(someone(name, slug))).toHaveLength(1)
  }
  expect(new Set(tokens).size).toBe(2)
  const ed = visitor(house)
  expect((await ed.call('POST', `/api/invitations/${tokens[0]}/acceptance`, { name: 'Ed', password: 'a long enough one' })).status).toBe(
    200,
  )
  expect((await ed.call('GET', `/api/agencies/${id}/me`)).body.person).toMatchObject({ level: 'contractor', jobRoles: ['Photo Editor'] })
  expect((await ed.call('GET', '/api/session')).body.login).toMatchObject({ email: someone('ed', slug), proven: true })
})

test('[media A14] a link that has expired, was revoked, was used or was sent again does not work, and says which', async () => {
  const agency = await mediaAgency(house)
  const { as, slug, people } = agency
  const names = ['exp', 'rev', 'used', 'again', 'good']
  const { invitations } = (await as('ada', 'POST', '/invitations', { emails: names.map((name) => someone(name, slug)), level: 'staff' }))
    .body
  const idOf = (name: string) => invitations.find(({ email }: { email: string }) => email === someone(name, slug)).id
  const tokens = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, tokenIn(await house.letterTo(someone(name, slug)))])),
  )
  const you = { name: 'New', password: 'a long enough one' }
  const accept = (name: string) => visitor(house).call('POST', `/api/invitations/${tokens[name]}/acceptance`, you)

  await sql(`update rolecall.invitation set expires_at = now() - interval '1 second' where id = $1`, [idOf('exp')])
  expect((await as('ada', 'DELETE', `/invitations/${idOf('rev')}`)).status).toBe(200)
  expect((await as('abe', 'POST', `/invitations/${idOf('again')}/resending`)).status).toBe(200)
  expect((await accept('used')).status).toBe(200)
  const before = await everything(agency)
  for (const [name, code] of [
    ['exp', 'invitation_expired'],
    ['rev', 'invitation_revoked'],
    ['used', 'invitation_used'],
    ['again', 'invitation_replaced'],
  ] as const) {
    for (const no of [await accept(name), await visitor(house).call('GET', `/api/invitations/${tokens[name]}`)])
      expect([no.status, no.body.code], name).toEqual([410, code])
  }
  const other = await agency.visitor('stan').call('POST', `/api/invitations/${tokens.good}/acceptance`, {})
  expect([other.status, other.body.code]).toEqual([403, 'invitation_for_other_address'])
  expect(JSON.stringify(other.body)).not.toContain(someone('good', slug))
  expect(await everything(agency)).toEqual(before)
  expect((await accept('good')).status).toBe(200)
  const fresh = tokenIn(await house.letterTo(someone('again', slug), /^Abe/))
  expect((await visitor(house).call('POST', `/api/invitations/${fresh}/acceptance`, you)).status).toBe(200)
  await refused(agency, ['stan', 'POST', '/invitations', { emails: [someone('z', slug)], level: 'contractor' }], {
    code: 'level.admin_only',
    whoCan: ['Ada', 'Abe'],
  })
  await refused(agency, ['ada', 'POST', '/invitations', { emails: [people.agnes.email], level: 'contractor' }], {
    status: 409,
    code: 'already_member',
  })
})
