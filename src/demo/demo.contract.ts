import { z } from 'zod'
import { doors } from '#core/contract.ts'
import { Email, Id, Ok, When } from '#core/shapes.ts'

const { open } = doors()

const Player = z.object({ id: Id, name: z.string(), level: z.string(), levelTitle: z.string(), says: z.string() })
export const Letter = z.object({
  id: Id,
  channel: z.enum(['mail', 'sms']),
  recipient: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  at: When,
})

/** Only in the demo: without `--demo` none of these exists. */
export const demoContract = {
  cast: open('The demo shows its people to everybody.', 'GET', '/demo/cast')
    .route({ summary: 'List the people of the demo' })
    .output(
      z.array(
        z.object({
          agency: z.object({
            id: Id,
            slug: z.string(),
            name: z.string(),
            kind: z.enum(['media', 'staffing']),
            says: z.string(),
            colour: z.string(),
          }),
          people: z.array(Player),
        }),
      ),
    ),
  signIn: open('In the demo anybody walks in as anybody of its cast.', 'POST', '/demo/sign-in')
    .route({ summary: 'Sign in as somebody of the demo' })
    .input(z.strictObject({ person: Id }))
    .output(Ok),
  outbox: open('In the demo everybody reads what would have left.', 'GET', '/demo/outbox')
    .route({ summary: 'Read the mail and SMS that would have left, newest first' })
    .input(z.strictObject({ recipient: Email.optional(), most: z.coerce.number().int().min(1).max(500).default(200) }))
    .output(z.array(Letter)),
}
