import { afterAll, beforeAll, expect, test } from 'vitest'
import { mediaAgency, staffingAgency } from '../house/cast.ts'
import { faultless, openTheatre, type Theatre } from './browser.ts'

let house: Theatre
beforeAll(async () => {
  house = await openTheatre()
})
afterAll(() => house.end())

test('[staffing 3] Users, the ellipsis, Edit, the level, Save Changes: as the article walks it', async () => {
  const { people, slug, as } = await staffingAgency(house)
  const adam = await house.as(people.adam, `/${slug}/`)
  await adam.getByRole('link', { name: 'Users' }).first().click()
  await adam.getByRole('button', { name: 'Actions for Sam' }).click()
  await adam.getByRole('menuitem', { name: 'Edit' }).click()
  await adam.getByRole('radio', { name: /Account Administrator/ }).check()
  await adam.getByText('What changes for Sam').waitFor()
  await faultless(adam)
  await adam.getByRole('button', { name: 'Save Changes' }).click()
  await adam.getByText('Sam is Account Administrator now.').waitFor()
  expect((await as('olive', 'GET', `/people/${people.sam.id}`)).body.level).toBe('administrator')
})

test('[staffing 6] [staffing 91] the Account Owner is locked for an Account Administrator, and the lock says why and who can', async () => {
  const { people, slug, as } = await staffingAgency(house)
  const adam = await house.as(people.adam, `/${slug}/users`)
  await adam.getByRole('button', { name: 'Actions for Olive' }).click()
  const edit = adam.getByRole('menuitem', { name: /^Edit/ })
  expect(await edit.getAttribute('aria-disabled')).toBe('true')
  await edit.click({ force: true }) // locked, and pressed all the same
  const card = adam.getByRole('dialog').last()
  await card.getByText('Only the Account Owner can change this account.').waitFor()
  await card.getByText('Olive', { exact: true }).waitFor()
  await faultless(adam)
  const refused = await as('adam', 'PATCH', `/people/${people.olive.id}`, { version: 1, name: 'Olivia' })
  expect(refused.body.message).toBe('Only the Account Owner can change this account.')
})

test('[staffing 76] a promotion opens what was locked, on the page that is open, within a second', async () => {
  const { people, slug, as } = await staffingAgency(house)
  const sam = await house.as(people.sam, `/${slug}/users`)
  const invite = sam.getByRole('button', { name: /Invite users/ })
  await invite.waitFor()
  expect(await invite.getAttribute('aria-disabled')).toBe('true')
  await sam.waitForTimeout(500) // the stream is open
  await as('adam', 'PUT', `/people/${people.sam.id}/level`, { version: 1, level: 'administrator' })
  await sam.waitForFunction(
    () => document.querySelector('button[aria-disabled="true"]')?.textContent?.includes('Invite') !== true,
    undefined,
    { timeout: 3000 },
  )
  await invite.click()
  await sam.getByRole('textbox', { name: /E-mail addresses/ }).waitFor()
})

test('[staffing 77] a demotion keeps the open form readable and refuses the save with its reason', async () => {
  const { people, slug, as } = await staffingAgency(house)
  const adam = await house.as(people.adam, `/${slug}/users?panel=edit&id=${people.dana.id}`)
  await adam.getByLabel('Title').fill('Recruiter, ICU and ER')
  await adam.waitForTimeout(500)
  await as('olive', 'PUT', `/people/${people.adam.id}/level`, { version: 1, level: 'standard' })
  await adam.waitForFunction(() =>
    [...document.querySelectorAll('button')].some(
      (one) => one.textContent?.includes('Save Changes') && one.getAttribute('aria-disabled') === 'true',
    ),
  )
  expect(await adam.getByLabel('Title').inputValue()).toBe('Recruiter, ICU and ER')
})

test('[media C2] a section that is switched off leaves the menu of an open page, and its address is refused', async () => {
  const { people, slug, as } = await mediaAgency(house)
  const stan = await house.as(people.stan, `/${slug}/users`)
  await stan.getByRole('heading', { name: 'User Management' }).waitFor()
  await stan.waitForTimeout(500)
  const { version } = (await as('ada', 'GET', '/switches')).body
  await as('ada', 'PUT', '/switches', { version, switches: { user_management: false } })
  await stan.getByRole('link', { name: 'User Management' }).waitFor({ state: 'detached', timeout: 3000 })
  await stan.goto(`/${slug}/users`)
  await stan.getByText('User Management is switched off for you', { exact: false }).first().waitFor()
  await faultless(stan)
})
