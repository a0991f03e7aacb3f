// Every page, opened as somebody would and looked at once it is there, in the look a test asks for.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mediaAgency, type Staged, staffingAgency } from '../house/cast.ts'
import { faultless, type Look, openTheatre, type Theatre } from './browser.ts'

async function walk(page: Page, paths: string[]) {
  for (const path of paths) {
    await page.goto(path)
    await page.getByRole('heading').first().waitFor()
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
    await faultless(page)
  }
}

const lists = ['', 'users', 'users?tab=clients', 'users?tab=invitations', 'users?tab=deactivated', 'activity']
const panels = (id: string) => [
  'users?panel=invite',
  'users?panel=add',
  `users?panel=edit&id=${id}`,
  `users/${id}`,
  `users/${id}?tab=may`,
  `users/${id}?tab=timeline`,
]
const rest = [
  'permissions',
  'permissions?row=talent.archive',
  'preferences',
  'preferences?section=switches',
  'preferences?section=mail',
  'profile',
  'nowhere',
]
const media = (id: string) => ['users', 'users?panel=invite', `users/${id}?tab=switches`, 'preferences', 'preferences?section=switches']
const doors = ['/sign-in', '/forgot', '/reset?token=none', '/prove?token=none', '/first-visit', '/invitation/nothing-like-a-token', '/mail']

/** axe finds nothing, nothing breaks, nothing is cut off: on each page of both agencies and on the public ones. */
export function everyPageIsFaultless(look: Look) {
  let house: Theatre
  let harbor: Staged<'olive' | 'sam' | 'tara'>
  let northlight: Staged<'ada' | 'connie' | 'agnes'>
  const timeout = 90_000
  const inside = ({ slug }: { slug: string }, paths: string[]) => paths.map((path) => `/${slug}/${path}`)

  describe(`every page is faultless: ${look.phone ? 'phone' : 'desk'}, ${look.dark ? 'dark' : 'light'}`, () => {
    beforeAll(async () => {
      house = await openTheatre({ demo: true })
      harbor = await staffingAgency(house)
      northlight = await mediaAgency(house)
    })
    afterAll(() => house.end())

    for (const [some, paths] of Object.entries({ lists: () => lists, panels, rest: () => rest }))
      test(`the staffing agency, ${some}`, { timeout }, async () => {
        const olive = await house.as(harbor.people.olive, '/', look)
        await walk(olive, inside(harbor, paths(harbor.people.sam.id)))
      })
    test('the media agency', { timeout }, async () => {
      const ada = await house.as(northlight.people.ada, '/', look)
      await walk(ada, inside(northlight, media(northlight.people.connie.id)))
    })
    test('what a client and a contractor see', { timeout }, async () => {
      const tara = await house.as(harbor.people.tara, '/', look)
      await walk(tara, inside(harbor, ['', 'profile']))
      expect(await tara.getByRole('link', { name: 'Users' }).count()).toBe(0)
      for (const who of ['connie', 'agnes'] as const)
        await walk(await house.as(northlight.people[who], '/', look), inside(northlight, ['']))
    })
    test('the public pages', { timeout }, async () => walk(await house.page(look), doors))
  })
}
