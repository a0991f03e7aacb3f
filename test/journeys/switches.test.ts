import { afterAll, beforeAll, expect, test } from 'vitest'
import { mediaAgency } from '../house/cast.ts'
import { faultless, openTheatre, type Theatre } from './browser.ts'

let house: Theatre
beforeAll(async () => {
  house = await openTheatre()
})
afterAll(() => house.end())

test('[media B2] an Admin reads who loses what before a switch is saved, and one press saves it once', async () => {
  const { people, slug, as } = await mediaAgency(house)
  const ada = await house.as(people.ada, `/${slug}/preferences?section=switches`)
  const sent: string[] = []
  ada.on('response', (answer) => {
    if (answer.request().method() === 'PUT') sent.push(`${answer.status()}`)
  })
  const reporting = ada.getByRole('switch', { name: /Reporting/ })
  await reporting.waitFor()
  const whom = ada.getByText('Stan', { exact: false })
  expect(await whom.count()).toBe(0) // nobody is named before anything is switched
  await reporting.click({ force: true })
  await whom.first().waitFor()
  await faultless(ada)
  await ada.getByRole('button', { name: 'Save Changes' }).click()
  const now = async () => (await as('ada', 'GET', '/switches')).body.switches.find(({ name }: { name: string }) => name === 'reporting').now
  await expect.poll(now).toBe(false)
  await ada.waitForTimeout(500)
  expect(sent).toEqual(['200'])
})
