import { afterAll, beforeAll, expect, test } from 'vitest'
import { mediaAgency } from '../house/cast.ts'
import { faultless, openTheatre, type Theatre } from './browser.ts'

let house: Theatre
beforeAll(async () => {
  house = await openTheatre()
})
afterAll(() => house.end())

test('[media CT8] [media A1] what one may not open is not in the menu, and its address is refused with its reason', async () => {
  const { slug, people } = await mediaAgency(house)
  const connie = await house.as(people.connie, `/${slug}/users`)
  await connie.getByText('Only', { exact: false }).first().waitFor()
  expect(await connie.getByRole('link', { name: 'User Management' }).count()).toBe(0)
  await faultless(connie)
  const ada = await house.as(people.ada, `/${slug}/users`)
  await ada.getByRole('link', { name: 'User Management' }).first().waitFor()
})
