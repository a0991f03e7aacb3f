import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultless, openTheatre, type Theatre } from './browser.ts'

let house: Theatre
beforeAll(async () => {
  house = await openTheatre()
})
afterAll(() => house.end())

test('[staffing 1] [staffing 11] from the first visit to an invited colleague at work', async () => {
  const olive = await house.page()
  const her = `olive-${crypto.randomUUID()}@harbor.example`
  await olive.goto('/first-visit')
  await olive.getByLabel('Agency name').fill('Harbor Staffing')
  await olive.getByLabel('Your name').fill('Olive Tan')
  await olive.getByLabel('Your e-mail').fill(her)
  await olive.getByRole('textbox', { name: 'Password' }).fill('a long enough password')
  await faultless(olive)
  await olive.getByRole('button', { name: 'Create agency' }).click()
  await olive.getByRole('link', { name: 'Users' }).first().click()
  await olive.getByRole('heading', { name: 'Users' }).waitFor()
  expect(await olive.getByText('Account Owner').first().isVisible()).toBe(true)

  const his = `adam-${crypto.randomUUID()}@harbor.example`
  await olive.getByRole('button', { name: 'Invite users' }).click()
  await olive.getByRole('textbox', { name: /E-mail addresses/ }).fill(`${his},`)
  await olive.getByRole('radio', { name: /Account Administrator/ }).check()
  await faultless(olive)
  await olive.getByRole('button', { name: 'Invite 1 person' }).click()
  await olive.getByText(`Invited ${his}.`).waitFor()

  const letter = await house.letterTo(his)
  expect(letter.subject).toBe('Olive Tan invites you to Harbor Staffing')
  const link = /http:\/\/localhost:\d+(\/invitation\/\S+)/.exec(letter.text)![1]!
  const adam = await house.page()
  await adam.goto(link)
  await adam.getByRole('heading', { name: 'Join Harbor Staffing' }).waitFor()
  await faultless(adam)
  await adam.getByLabel('Your name').fill('Adam Reyes')
  await adam.getByRole('textbox', { name: 'Password' }).fill('another long password')
  await adam.getByRole('button', { name: 'Join Harbor Staffing' }).click()
  await adam.getByRole('link', { name: 'Users' }).first().click()
  await adam.getByText('Olive Tan').first().waitFor()

  await adam.goto(link) // refused: it works once
  await adam.getByText('This invitation has been used').waitFor()
})
