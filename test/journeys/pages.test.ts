import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mediaAgency, type Staged, staffingAgency } from '../house/cast.ts'
import { faultless, type Look, openTheatre, type Theatre } from './browser.ts'

let house: Theatre
let harbor: Staged<'olive' | 'sam' | 'tara'>
let northlight: Staged<'ada' | 'connie' | 'agnes'>
beforeAll(async () => {
  house = await openTheatre({ demo: true })
  harbor = await staffingAgency(house)
  northlight = await mediaAgency(house)
})
afterAll(() => house.end())

const looks = [{}, { dark: true }, { phone: true }, { phone: true, dark: true }]
const named = ({ phone, dark }: Look) => `${phone ? 'phone' : 'desk'}, ${dark ? 'dark' : 'light'}`

/** Opens each page as somebody would, and looks at it once it is there. */
async function walk(page: Page, paths: string[]) {
  for (const path of paths) {
    await page.goto(path)
    await page.getByRole('heading').first().waitFor()
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
    await faultless(page)
  }
}
const staffing = (sam: string) => ({
  lists: ['', 'users', 'users?tab=clients', 'users?tab=invitations', 'users?tab=deactivated', 'activity'],
  panels: [
    'users?panel=invite',
    'users?panel=add',
    `users?panel=edit&id=${sam}`,
    `users/${sam}`,
    `users/${sam}?tab=may`,
    `users/${sam}?tab=timeline`,
  ],
  rest: [
    'permissions',
    'permissions?row=talent.archive',
    'preferences',
    'preferences?section=switches',
    'preferences?section=mail',
    'profile',
    'nowhere',
  ],
})

describe.each(looks)('every page is faultless', (look) => {
  for (const some of ['lists', 'panels', 'rest'] as const)
    test(`the staffing agency, ${some}: ${named(look)}`, { timeout: 90_000 }, async () => {
      const { slug, people } = harbor
      const olive = await house.as(people.olive, `/${slug}/`, look)
      await walk(
        olive,
        staffing(people.sam.id)[some].map((path) => `/${slug}/${path}`),
      )
    })

  test(`the media agency: ${named(look)}`, { timeout: 90_000 }, async () => {
    const { slug, people } = northlight
    const ada = await house.as(people.ada, `/${slug}/`, look)
    const paths = ['users', 'users?panel=invite', `users/${people.connie.id}?tab=switches`, 'preferences', 'preferences?section=switches']
    await walk(
      ada,
      paths.map((path) => `/${slug}/${path}`),
    )
  })

  test(`what a client and a contractor see: ${named(look)}`, { timeout: 90_000 }, async () => {
    const tara = await house.as(harbor.people.tara, '/', look)
    await walk(tara, [`/${harbor.slug}/`, `/${harbor.slug}/profile`])
    expect(await tara.getByRole('link', { name: 'Users' }).count()).toBe(0)
    for (const who of ['connie', 'agnes'] as const) await walk(await house.as(northlight.people[who], '/', look), [`/${northlight.slug}/`])
  })

  test(`the public pages: ${named(look)}`, { timeout: 90_000 }, async () => {
    const doors = [
      '/sign-in',
      '/forgot',
      '/reset?token=none',
      '/prove?token=none',
      '/first-visit',
      '/invitation/nothing-like-a-token',
      '/mail',
    ]
    await walk(await house.page(look), doors)
  })
})

test('[media CT8] [media A1] what one may not open is not in the menu, and its address is refused with its reason', async () => {
  const { slug, people } = northlight
  const connie = await house.as(people.connie, `/${slug}/users`)
  await connie.getByText('Only', { exact: false }).first().waitFor()
  expect(await connie.getByRole('link', { name: 'User Management' }).count()).toBe(0)
  await faultless(connie)
  const ada = await house.as(people.ada, `/${slug}/users`)
  await ada.getByRole('link', { name: 'User Management' }).first().waitFor()
})
