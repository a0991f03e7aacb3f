// The Account Owner: seen, chosen, handed over. Preferences > Account Settings > pencil > Save Changes.
import { afterAll, expect, test } from 'vitest'
import { hashPassword } from '#core/sign-in/password.ts'
import { newId } from '#core/work/trail.ts'
import { type Staged, staffingAgency, type staffingCast } from '../house/cast.ts'
import { everything, lines, notThere, refused, sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
type Harbor = Staged<keyof typeof staffingCast>

const transfer = ({ as, people }: Harbor, to: string, more: object = {}) =>
  as('olive', 'POST', '/owner/transfer', { to, from: people.olive.id, ...more })
const signedInLongAgo = ({ people }: Harbor) =>
  sql(`update login.login_session set created_at = now() - interval '11 minutes' where login_id = $1`, [people.olive.login])
async function hasPassword({ people }: Harbor, password: string) {
  const values = [newId(), people.olive.login, await hashPassword(password)]
  await sql(
    `insert into login.login_account (id, login_id, provider_id, account_id, password, updated_at) values ($1::uuid, $2, 'credential', $1::text, $3, now())`,
    values,
  )
}

test('[staffing 15] the pencil offers exactly the active Account Administrators, and only they are taken at Save', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const invited = (await as('olive', 'POST', '/invitations', { emails: ['jonas@harbor.example'], level: 'administrator' })).body
    .invitations[0]
  expect((await as('olive', 'POST', `/people/${people.priya.id}/deactivation`)).status).toBe(200)
  expect((await as('olive', 'PUT', `/people/${people.dana.id}/level`, { version: 1, level: 'administrator' })).status).toBe(200)
  const settings = (await as('olive', 'GET', '/owner')).body
  expect(settings).toMatchObject({ owner: { name: 'Olive' }, invited: ['jonas@harbor.example'], can: { 'agency.transfer': true } })
  expect(settings.candidates.map(({ name }: { name: string }) => name)).toEqual(['Adam', 'Dana'])

  const must = { status: 422, code: 'new_owner_must_be_administrator' }
  await refused(agency, ['olive', 'POST', '/owner/transfer', { to: people.sam.id }], must)
  await refused(agency, ['olive', 'POST', '/owner/transfer', { to: people.priya.id }], must)
  await refused(agency, ['olive', 'POST', '/owner/transfer', { to: invited.id }], must)
  await refused(agency, ['olive', 'POST', '/owner/transfer', { to: people.tara.id }], must)
  const other = await staffingAgency(house)
  await notThere(agency, ['olive', 'POST', '/owner/transfer', { to: other.people.adam.id }])
  await notThere(agency, ['olive', 'POST', '/owner/transfer', { to: newId() }])
  expect((await transfer(agency, people.dana.id)).body.owner).toMatchObject({ name: 'Dana' })
})

test('[staffing 16] without another active Account Administrator there is nobody to choose', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  for (const name of ['adam', 'priya'] as const)
    await as('olive', 'PUT', `/people/${people[name].id}/level`, { version: 1, level: 'standard' })
  expect((await as('olive', 'GET', '/owner')).body.candidates).toEqual([])
  for (const name of ['adam', 'sam', 'kofi'] as const)
    await refused(agency, ['olive', 'POST', '/owner/transfer', { to: people[name].id }], {
      status: 422,
      code: 'new_owner_must_be_administrator',
    })
  await refused(agency, ['olive', 'POST', '/owner/transfer', { to: people.olive.id }], { status: 409, code: 'already_account_owner' })
  await as('olive', 'PUT', `/people/${people.adam.id}/level`, { version: 2, level: 'administrator' })
  expect((await transfer(agency, people.adam.id)).status).toBe(200)
})

test('[staffing 17] [guarantee G4] after Save the new one owns and the old one administers, all are told, and one line says so', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  await signedInLongAgo(agency)
  await hasPassword(agency, 'correct horse battery')
  const done = await transfer(agency, people.adam.id, { password: 'correct horse battery' })
  expect(done.body, JSON.stringify(done.body)).toMatchObject({ owner: { id: people.adam.id, name: 'Adam' } })
  expect((await as('adam', 'GET', '/me')).body.person.level).toBe('owner')
  expect((await as('olive', 'GET', '/me')).body.person.level).toBe('administrator')
  expect((await as('adam', 'PATCH', '/preferences', { version: 2, name: "Adam's" })).status).toBe(200)
  await refused(agency, ['olive', 'PATCH', '/preferences', { version: 3, name: "Olive's" }], {
    code: 'requires_account_owner',
    whoCan: ['Adam'],
  })
  const told = (await lines(agency)).filter(({ action, decision }) => action === 'agency.transfer' && decision === 'allowed')
  expect(told).toMatchObject([
    { actor: { id: people.olive.id }, details: { before: { owner_id: people.olive.id }, after: { owner_id: people.adam.id } } },
  ])
  for (const name of ['olive', 'adam', 'priya'] as const)
    expect((await house.letterTo(people[name].email)).subject).toMatch(/the Account Owner of Harbor Staffing now$/)
  expect(await house.lettersTo(people.sam.email)).toEqual([])
  const olive = await sql<{ version: number; level: string }>('select version, level from rolecall.person where id = $1', [people.olive.id])
  expect(olive).toEqual([{ version: 1, level: 'administrator' }])
})

test('[staffing 17] without the password, or with a wrong one, nothing changes; a sign-in of the last ten minutes is proof enough', async () => {
  const agency = await staffingAgency(house)
  const { people } = agency
  await hasPassword(agency, 'correct horse battery')
  const to = { to: people.adam.id }
  await refused(agency, ['olive', 'POST', '/owner/transfer', { ...to, password: 'wrong horse battery' }], {
    status: 401,
    code: 'confirm_identity',
  })
  await signedInLongAgo(agency)
  await refused(agency, ['olive', 'POST', '/owner/transfer', to], { status: 401, code: 'confirm_identity' })
  await refused(agency, ['olive', 'POST', '/owner/transfer', { ...to, password: '' }], { status: 401, code: 'confirm_identity' })
  await sql(`update login.login_session set created_at = now() - interval '9 minutes' where login_id = $1`, [people.olive.login])
  expect((await transfer(agency, people.adam.id)).status).toBe(200)
})

test('[staffing 18] [staffing 19] [guarantee G2] others see who the Account Owner is, find no pencil, and cannot transfer, not even to themselves', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  for (const who of ['adam', 'sam'] as const) {
    const settings = (await as(who, 'GET', '/owner')).body
    expect(settings).toMatchObject({
      owner: { name: 'Olive' },
      can: { 'agency.transfer': { code: 'not_account_owner', message: 'Only the Account Owner can choose a new Account Owner.' } },
    })
    for (const to of ['adam', 'priya', 'sam', 'olive'] as const) {
      const no = await refused(agency, [who, 'POST', '/owner/transfer', { to: people[to].id }], { code: 'not_account_owner' })
      expect(no.body.message).toBe(settings.can['agency.transfer'].message)
    }
  }
  await refused(agency, ['adam', 'POST', '/owner/transfer', { to: people.adam.id }], { code: 'not_account_owner', whoCan: ['Olive'] })
  expect((await as('tara', 'POST', '/owner/transfer', { to: people.tara.id })).body).toMatchObject({
    code: 'not_account_owner',
    whoCan: [{ title: 'Account Owner' }],
  })
})

test('[staffing 23] [guarantee G4] a page of Employer Preferences opened before the transfer is refused at Save', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const page = (await as('olive', 'GET', '/preferences')).body
  expect(page.can['preferences.edit']).toBe(true)
  expect((await transfer(agency, people.adam.id)).status).toBe(200)
  const no = await refused(agency, ['olive', 'PATCH', '/preferences', { version: page.version, name: 'Late' }], {
    code: 'requires_account_owner',
    whoCan: ['Adam'],
  })
  const again = (await as('olive', 'GET', '/preferences')).body
  expect(again.can['preferences.edit']).toEqual({ code: no.body.code, message: no.body.message })
})

test('[staffing 26] [guarantee G3] the Account Owner does not leave, on any path, until somebody else is', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const first = { status: 409, code: 'transfer_ownership_first' }
  await refused(agency, ['olive', 'POST', `/people/${people.olive.id}/deactivation`], first)
  await refused(agency, ['olive', 'PUT', `/people/${people.olive.id}/level`, { version: 1, level: 'standard' }], first)
  await refused(agency, ['olive', 'POST', '/me/departure'], first)
  const leaving = (await as('olive', 'GET', '/permissions/explanation?action=person.leave')).body
  expect(leaving).toMatchObject({ allowed: false, code: 'transfer_ownership_first' })

  const before = await everything(agency)
  const ended = await agency.visitor('olive').call('POST', '/api/auth/delete-user', { password: 'x' })
  expect(ended.status).toBe(404)
  for (const change of [`status = 'deactivated'`, `level = 'standard'`]) // what a directory, or a program's mistake, would do
    await expect(sql(`update rolecall.person set ${change} where id = $1`, [people.olive.id])).rejects.toThrow(
      /owner_is_active_administrator/,
    )
  await expect(sql('delete from rolecall.person where id = $1', [people.olive.id])).rejects.toThrow(/owner_is_active_administrator/)
  expect(await everything(agency)).toEqual(before)

  expect((await transfer(agency, people.adam.id)).status).toBe(200)
  expect((await as('adam', 'POST', `/people/${people.olive.id}/deactivation`)).body).toMatchObject({ status: 'deactivated' })
})
