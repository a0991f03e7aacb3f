// Who may leave by themselves does so at once and for good; the Account Owner stays until somebody else is.
import { afterAll, expect, test } from 'vitest'
import { mediaAgency, staffingAgency } from '../house/cast.ts'
import { lines, refused, sql, tokenIn } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const departure = ['POST', '/me/departure'] as const

test('[staffing 26] an Account Administrator leaves: out at once, their open invitations revoked, and somebody else can bring them back', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  expect((await as('priya', 'POST', '/invitations', { emails: [`new@${agency.slug}.example`], level: 'standard' })).status).toBe(200)
  expect(await as('priya', ...departure)).toMatchObject({ status: 200, body: { ok: true } })
  for (const [method, path] of [['GET', '/me'], ['GET', '/people'], departure] as const)
    expect((await as('priya', method, path)).status, path).toBe(401)
  expect(await sql('select id from login.login_session where login_id = $1', [people.priya.login])).toEqual([])
  expect(await sql('select state from rolecall.invitation where agency_id = $1', [agency.id])).toEqual([{ state: 'revoked' }])
  const told = (await lines(agency)).slice(-2)
  expect(told.map(({ action, actor }) => [action, actor?.id])).toEqual([
    ['person.leave', people.priya.id],
    ['invitation.revoke', people.priya.id],
  ])
  expect((await as('adam', 'GET', `/people/${people.priya.id}`)).body).toMatchObject({ status: 'deactivated', level: 'administrator' })
  expect((await as('adam', 'DELETE', `/people/${people.priya.id}/deactivation`)).body).toMatchObject({ status: 'active' })
})

test('[staffing 26] a Standard User leaves, a talent and a member of a media agency have no team to leave', async () => {
  const agency = await staffingAgency(house)
  const { as } = agency
  await refused(agency, ['tara', ...departure], { code: 'not_a_member' })
  expect((await as('tara', 'GET', '/me')).status).toBe(200)
  expect((await as('sam', ...departure)).status).toBe(200)
  expect((await as('sam', 'GET', '/me')).status).toBe(401)
  expect((await as('dana', 'GET', '/me')).status).toBe(200)
  const media = await mediaAgency(house)
  expect((await media.as('stan', ...departure)).status).toBe(404)
  expect((await media.as('stan', 'GET', '/me')).status).toBe(200)
})

test('what somebody sent as Account Administrator opens nothing once they have left as Standard User', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const email = `new@${agency.slug}.example`
  expect((await as('priya', 'POST', '/invitations', { emails: [email], level: 'standard' })).status).toBe(200)
  const path = `/api/invitations/${tokenIn(await house.letterTo(email))}`
  expect((await visitor(house).call('GET', path)).status).toBe(200)
  expect((await as('adam', 'PUT', `/people/${people.priya.id}/level`, { version: 1, level: 'standard' })).status).toBe(200)
  expect((await as('priya', ...departure)).status).toBe(200)
  const joining = await visitor(house).call('POST', `${path}/acceptance`, { name: 'Noor', password: 'a long enough password' })
  expect(joining).toMatchObject({ status: 410, body: { code: 'invitation_no_longer_valid' } })
})

test('[staffing 26] [guarantee G3] the Account Owner leaves only after the transfer', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  await refused(agency, ['olive', ...departure], { status: 409, code: 'transfer_ownership_first' })
  expect((await as('olive', 'POST', '/owner/transfer', { to: people.adam.id })).status).toBe(200)
  await refused(agency, ['adam', ...departure], { status: 409, code: 'transfer_ownership_first' })
  expect((await as('olive', ...departure)).status).toBe(200)
  expect((await as('olive', 'GET', '/me')).status).toBe(401)
})

test('[staffing 26] [guarantee G3] who leaves while the position is handed to them either has it and stays, or is gone and has it not', async () => {
  for (let round = 0; round < 6; round++) {
    const agency = await staffingAgency(house)
    const { as, people } = agency
    const transfer = () => as('olive', 'POST', '/owner/transfer', { to: people.adam.id })
    const [given, left] =
      round % 2
        ? await Promise.all([transfer(), as('adam', ...departure)])
        : (await Promise.all([as('adam', ...departure), transfer()])).reverse()
    expect([given!.status, left!.status], JSON.stringify([given!.body, left!.body])).toEqual(
      given!.status === 200 ? [200, 409] : [422, 200],
    )
    const [owner] = await sql<{ id: string; status: string }>(
      'select p.id, p.status from rolecall.agency a join rolecall.person p on p.agency_id = a.id and p.id = a.owner_id where a.id = $1',
      [agency.id],
    )
    expect(owner).toEqual({ id: given!.status === 200 ? people.adam.id : people.olive.id, status: 'active' })
  }
})
