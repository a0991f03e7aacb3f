import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffingAgency } from '../house/cast.ts'
import { faultless, openTheatre, type Theatre } from './browser.ts'

let house: Theatre
beforeAll(async () => {
  house = await openTheatre()
})
afterAll(() => house.end())

test('[staffing 26] an Account Administrator leaves from the profile, after reading what that means; the Account Owner reads why not yet', async () => {
  const { people, slug, as } = await staffingAgency(house)
  const olive = await house.as(people.olive, `/${slug}/profile`)
  const locked = olive.getByRole('button', { name: /Leave Harbor Staffing/ })
  await locked.waitFor()
  expect(await locked.getAttribute('aria-disabled')).toBe('true')
  await locked.click({ force: true }) // locked, and pressed all the same
  await olive.getByRole('dialog').last().getByText('Choose a new Account Owner first.', { exact: false }).waitFor()

  const adam = await house.as(people.adam, `/${slug}/profile`)
  await adam.getByRole('button', { name: 'Leave Harbor Staffing' }).click()
  const question = adam.getByRole('dialog', { name: 'Leave Harbor Staffing?' })
  await question.getByText('signed out of Harbor Staffing at once', { exact: false }).waitFor()
  await faultless(adam)
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect((await as('adam', 'GET', '/me')).status).toBe(200)
  await adam.getByRole('button', { name: 'Leave Harbor Staffing' }).click()
  await question.getByRole('button', { name: 'Leave Harbor Staffing' }).click()
  await adam.waitForURL(/\/sign-in/)
  expect((await as('olive', 'GET', `/people/${people.adam.id}`)).body.status).toBe('deactivated')

  const tara = await house.as(people.tara, `/${slug}/profile`)
  await tara.getByText('Phone').first().waitFor()
  expect(await tara.getByRole('button', { name: /Leave Harbor Staffing/ }).count()).toBe(0)
})
