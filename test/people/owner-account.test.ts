// Nobody but the Account Owner touches the Account Owner's account.
import { afterAll, expect, test } from 'vitest'
import { staffingAgency } from '../house/cast.ts'
import { refused } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const sentence = 'Only the Account Owner can change this account.'
const why = { code: 'account_owner_protected', says: sentence, whoCan: ['Olive'] }

test("[staffing 5] [staffing 6] an Account Administrator finds the Account Owner's acts locked, and may save none of her fields", async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const { can } = (await as('adam', 'GET', `/people/${people.olive.id}`)).body
  for (const act of ['person.edit', 'person.set_level', 'person.deactivate', 'person.end_sessions', 'person.send_reset'])
    expect(can[act], act).toEqual({ code: 'account_owner_protected', message: sentence })
  const olive = `/people/${people.olive.id}`
  for (const field of [{ name: 'Olivia' }, { email: 'o@harbor.example' }, { title: 'Boss' }, { phone: '+12075550142' }])
    await refused(agency, ['adam', 'PATCH', olive, { version: 1, ...field }], why)
  await refused(agency, ['adam', 'PUT', `${olive}/level`, { version: 1, level: 'standard' }], { ...why, whoCan: [] })
  await refused(agency, ['sam', 'PATCH', olive, { version: 1, name: 'Olivia' }], { code: 'requires_administrator' })
  const own = await as('olive', 'PATCH', '/me', { version: 1, name: 'Olivia', title: 'Boss' })
  expect(own.body).toMatchObject({ name: 'Olivia', title: 'Boss', owner: true })
  expect((await as('adam', 'PATCH', `/people/${people.priya.id}`, { version: 1, title: 'Lead' })).body).toMatchObject({ title: 'Lead' })
})

test('[staffing 7] [guarantee G3] an Account Administrator neither deactivates nor restores nor re-invites the Account Owner', async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  await refused(agency, ['adam', 'POST', `/people/${people.olive.id}/deactivation`], { ...why, whoCan: [] })
  await refused(agency, ['adam', 'DELETE', `/people/${people.olive.id}/deactivation`], why)
  await refused(agency, ['adam', 'POST', '/invitations', { emails: [people.olive.email], level: 'administrator' }], {
    status: 409,
    code: 'already_member',
  })
  expect((await as('adam', 'POST', `/people/${people.priya.id}/deactivation`)).body).toMatchObject({ status: 'deactivated' })
})

test("[staffing 8] an Account Administrator neither ends the Account Owner's sessions nor sends her a password reset", async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  await refused(agency, ['adam', 'DELETE', `/people/${people.olive.id}/sessions`], why)
  await refused(agency, ['adam', 'POST', `/people/${people.olive.id}/password-reset`], why)
  expect((await as('olive', 'GET', '/me')).status).toBe(200)
  expect(await house.lettersTo(people.olive.email)).toEqual([])

  expect((await as('adam', 'POST', `/people/${people.sam.id}/password-reset`)).status).toBe(200)
  expect((await house.letterTo(people.sam.email, /password/)).text).toContain('/reset?token=')
  expect((await as('adam', 'DELETE', `/people/${people.sam.id}/sessions`)).status).toBe(200)
  expect((await as('sam', 'GET', '/me')).status).toBe(401)
})

test("[staffing 9] an invitation to the Account Owner's address, however it is written, is refused, and no letter leaves", async () => {
  const agency = await staffingAgency(house)
  const { as, people } = agency
  const { email } = people.olive
  for (const written of [email, email.toUpperCase(), `  ${email} `, `${email.charAt(0).toUpperCase()}${email.slice(1)}\t`])
    await refused(agency, ['adam', 'POST', '/invitations', { emails: [written], level: 'standard' }], {
      status: 409,
      code: 'already_member',
    })
  await refused(agency, ['adam', 'POST', '/invitations', { emails: ['somebody@new.example', email], level: 'standard' }], {
    status: 409,
    code: 'already_member',
  })
  expect((await as('olive', 'GET', '/me')).body.person.level).toBe('owner')
  expect((await as('adam', 'POST', '/invitations', { emails: ['somebody@new.example'], level: 'standard' })).status).toBe(200)
  expect(await house.lettersTo(email)).toEqual([])
})
