import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffingAgency } from '../house/cast.ts'
import { faultless, openTheatre, type Theatre } from './browser.ts'

let house: Theatre
beforeAll(async () => {
  house = await openTheatre()
})
afterAll(() => house.end())

test('[staffing 15] [staffing 17] Preferences, Account Settings, the pencil, a new Account Owner, Save Changes: as the article walks it', async () => {
  const { people, slug, as } = await staffingAgency(house)
  const olive = await house.as(people.olive, `/${slug}/`)
  await olive.getByRole('link', { name: 'Preferences' }).first().click()
  await olive.getByRole('heading', { name: 'Account Settings' }).waitFor()
  await olive.getByRole('button', { name: 'Edit Account Owner' }).click()
  await olive.getByRole('combobox', { name: 'New Account Owner' }).click()
  expect((await olive.getByRole('option').allTextContents()).map((text) => text.slice(1))).toEqual([
    expect.stringMatching(/^Adam/),
    expect.stringMatching(/^Priya/),
  ])
  await olive.getByRole('option', { name: /Adam/ }).click()
  await faultless(olive)
  const password = olive.getByRole('textbox', { name: /password/i })
  await password.fill('not my password')
  await olive.getByRole('button', { name: 'Save Changes' }).click()
  await olive.getByText('That is not your password.').waitFor() // refused: nothing changed, nothing lost
  expect((await as('olive', 'GET', '/owner')).body.owner.name).toBe('Olive')
  await password.fill('')
  await olive.getByRole('button', { name: 'Save Changes' }).click() // signed in less than ten minutes ago
  await olive.getByText('Adam', { exact: false }).first().waitFor()
  await expect.poll(async () => (await as('olive', 'GET', '/owner')).body.owner.name).toBe('Adam')
  const pencil = olive.getByRole('button', { name: /Edit Account Owner/ })
  await expect.poll(() => pencil.getAttribute('aria-disabled')).toBe('true')
})

test('[staffing 18] [staffing 75] everybody else reads who it is, and the pencil says why', async () => {
  const { people, slug } = await staffingAgency(house)
  const adam = await house.as(people.adam, `/${slug}/preferences`)
  const pencil = adam.getByRole('button', { name: /Edit Account Owner/ })
  await pencil.waitFor()
  expect(await pencil.getAttribute('aria-disabled')).toBe('true')
  await pencil.click({ force: true }) // locked, and pressed all the same
  await adam.getByRole('dialog').last().getByText('Only the Account Owner', { exact: false }).waitFor()
})
