// The invited address decides who joins, and whoever invited must still be allowed to.
import { afterAll, expect, test } from 'vitest'
import { hashPassword } from '#core/sign-in/password.ts'
import { newId } from '#core/work/trail.ts'
import { cookieOf, type Staged, signUp, staffingAgency, type staffingCast } from '../house/cast.ts'
import { everything, lines, sql, tokenIn } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'

const house = await openTestHouse()
afterAll(() => house.close())
type Harbor = Staged<keyof typeof staffingCast>
const you = { name: 'Lena Fischer', password: 'a long enough one' }

async function invited(agency: Harbor, by: 'adam' | 'olive', level = 'administrator') {
  const email = `lena@new-${agency.slug}.example`
  const { body } = await agency.as(by, 'POST', '/invitations', { emails: [email], level })
  return { email, id: body.invitations[0].id as string, token: tokenIn(await house.letterTo(email)) }
}
/** Somebody with an account of their own, signed in. */
async function withAccount(email: string) {
  const login = { login: newId(), token: newId(), email }
  await signUp(house, login, 'lena')
  return { ...login, ...visitor(house, cookieOf(login.token)) }
}
const accept = (who: { call: ReturnType<typeof visitor>['call'] }, token: string, given: object = you) =>
  who.call('POST', `/api/invitations/${token}/acceptance`, given)

test('[staffing 81] [guarantee C5] an invitation of somebody who was demoted since is worth nothing, and the administrators are told, once', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const { email, id, token } = await invited(agency, 'adam')
  expect((await as('olive', 'PUT', `/people/${people.adam.id}/level`, { version: 1, level: 'standard' })).status).toBe(200)
  const lena = visitor(house)
  for (const _ of [1, 2]) {
    const no = await accept(lena, token)
    expect([no.status, no.body.code]).toEqual([410, 'invitation_no_longer_valid'])
  }
  expect(await sql('select state from rolecall.invitation where id = $1', [id])).toEqual([{ state: 'invalid' }])
  expect(await sql('select id from rolecall.person where agency_id = $1 and email = $2', [agency.id, email])).toEqual([])
  expect(await sql('select id from login.login where email = $1', [email])).toEqual([])
  for (const name of ['olive', 'priya'] as const) {
    await house.letterTo(people[name].email, /^The invitation of lena@/)
    expect(await house.lettersTo(people[name].email)).toHaveLength(1)
  }
  expect(await house.lettersTo(people.adam.email)).toEqual([])
  const told = (await lines(agency)).filter(({ action }) => action === 'invitation.accept')
  expect(told).toMatchObject([{ decision: 'refused', actor: null, thing: { id }, details: { code: 'invitation_no_longer_valid' } }])
})

test('[guarantee C5] deactivated: the same. Still entitled: it works', async () => {
  const agency = await staffingAgency(house)
  const kept = await invited(agency, 'olive', 'standard')
  expect((await accept(visitor(house), kept.token)).status).toBe(200)
  const other = await staffingAgency(house)
  const { token } = await invited(other, 'adam', 'standard')
  await sql(`update rolecall.person set status = 'deactivated' where id = $1`, [other.people.adam.id])
  expect((await accept(visitor(house), token)).body.code).toBe('invitation_no_longer_valid')
})

test('[staffing 82] an old invitation never changes somebody who is on the team already', async () => {
  const agency = await staffingAgency(house)
  const { email, token } = await invited(agency, 'adam', 'administrator')
  const lena = await withAccount(email)
  const person = newId()
  await sql(
    `insert into rolecall.person (agency_id, id, login_id, name, email, level, created_via) values ($1, $2, $3, 'Lena', $4, 'standard', 'invitation')`,
    [agency.id, person, lena.login, email],
  )
  const before = await everything(agency)
  const no = await accept(lena, token, {})
  expect([no.status, no.body.code]).toEqual([409, 'already_member'])
  expect(await everything(agency)).toEqual(before)
  expect((await lena.call('GET', `/api/agencies/${agency.id}/me`)).body.person).toMatchObject({ id: person, level: 'standard' })
})

test('[guarantee C3] accepting changes neither name nor password nor address of an account that exists; it has to sign in first', async () => {
  const agency = await staffingAgency(house)
  const { email, token } = await invited(agency, 'adam', 'standard')
  const lena = await withAccount(email)
  const secret = await hashPassword('her very own password')
  await sql(
    `insert into login.login_account (id, login_id, provider_id, account_id, password, updated_at) values (gen_random_uuid(), $1::uuid, 'credential', $1::text, $2, now())`,
    [lena.login, secret],
  )
  const account = () =>
    sql(
      `select l.id, l.name, l.email, l.email_verified, a.id as account, a.password from login.login l join login.login_account a on a.login_id = l.id where l.email = $1`,
      [email],
    )
  const before = await account()
  const no = await accept(visitor(house), token, { name: 'Mallory', password: 'chosen by a stranger' })
  expect([no.status, no.body.code]).toEqual([409, 'sign_in_first'])
  expect(await account()).toEqual(before)
  expect((await accept(lena, token, { name: 'Lena F.', password: 'chosen by a stranger' })).status).toBe(200)
  expect(await account()).toEqual(before)
  const signIn = (password: string) => visitor(house).call('POST', '/api/auth/sign-in/email', { email, password })
  expect((await signIn('chosen by a stranger')).status).toBe(401)
  expect((await signIn('her very own password')).status).toBe(200)
})

test('[guarantee C3] whoever sat on the unproven address before loses their password and their session when it is proven', async () => {
  const agency = await staffingAgency(house)
  const { email, token } = await invited(agency, 'adam', 'standard')
  const squatter = visitor(house)
  expect(
    (await squatter.call('POST', '/api/auth/sign-up/email', { name: 'Squatter', email, password: 'waiting inside here' })).status,
  ).toBe(200)
  expect((await squatter.call('GET', '/api/session')).body.login).toMatchObject({ email, proven: false })
  const lena = visitor(house)
  expect((await accept(lena, token)).status).toBe(200)
  expect((await squatter.call('GET', '/api/session')).body.login).toBeNull()
  expect((await squatter.call('POST', '/api/auth/sign-in/email', { email, password: 'waiting inside here' })).status).toBe(401)
  expect((await lena.call('GET', '/api/session')).body.login).toMatchObject({ email, name: 'Lena Fischer', proven: true })
})

test("[guarantee C4] somebody else who is signed in is told the agency's name and nothing more, and joins nothing", async () => {
  const agency = await staffingAgency(house)
  const { email, token } = await invited(agency, 'adam', 'administrator')
  const mallory = await withAccount(`mallory@${agency.slug}.example`)
  const before = await everything(agency)
  const no = await accept(mallory, token, {})
  expect([no.status, no.body.code]).toEqual([403, 'invitation_for_other_address'])
  expect(no.body.message).toContain('Harbor Staffing')
  for (const secret of [email, 'Adam', 'Administrator', agency.id]) expect(JSON.stringify(no.body)).not.toContain(secret)
  expect(await everything(agency)).toEqual(before)
  expect((await accept(await withAccount(email), token, {})).status).toBe(200)
})

test("[guarantee C7] level, agency and address come from the invitation's row: no field and no letter of the link changes them", async () => {
  const agency = await staffingAgency(house)
  const { email, token } = await invited(agency, 'adam', 'standard')
  for (const field of [
    { level: 'administrator' },
    { email: 'x@evil.example' },
    { agency: newId() },
    { agency_id: newId() },
    { person: newId() },
    { job_roles: ['x'] },
  ]) {
    const no = await accept(visitor(house), token, { ...you, ...field })
    expect([no.status, no.body.code]).toEqual([400, 'bad_input'])
  }
  for (const other of [token.slice(0, -1), `${token}A`, token.toUpperCase(), token.split('').reverse().join('')])
    expect((await accept(visitor(house), other)).status, other).toBe(404)
  const joined = await accept(visitor(house), token)
  expect(await sql('select level, email from rolecall.person where id = $1', [joined.body.person.id])).toEqual([
    { level: 'standard', email },
  ])
})
