import { z } from 'zod'
import { doors } from '../contract.ts'
import { Id, Ok, When } from '../shapes.ts'

const { open } = doors()

export const Session = z.object({
  login: z.object({ id: Id, name: z.string(), email: z.string(), proven: z.boolean() }).nullable(),
  /** The demo: one-click sign-in and the mail and SMS room. */
  demo: z.boolean(),
  /** No agency exists yet: the first visitor creates one. */
  firstVisit: z.boolean(),
  agencies: z.array(
    z.object({
      id: Id,
      slug: z.string(),
      name: z.string(),
      kind: z.enum(['media', 'staffing']),
      colour: z.string(),
      person: z.object({ id: Id, name: z.string(), level: z.string(), levelTitle: z.string() }),
    }),
  ),
})
export type Session = z.infer<typeof Session>

export const sessionContract = {
  get: open('A page asks who is signed in before it shows anything.', 'GET', '/session')
    .route({ summary: 'See who is signed in, and where' })
    .output(Session),
  devices: open('Whoever is signed in sees their own sessions.', 'GET', '/session/devices')
    .route({ summary: 'List your sessions' })
    .output(z.array(z.object({ id: Id, agent: z.string().nullable(), since: When, here: z.boolean() }))),
  end: open('Whoever is signed in may end their own sessions.', 'DELETE', '/session/devices/{id}')
    .route({ summary: 'End one of your sessions' })
    .input(z.strictObject({ id: Id }))
    .output(Ok),
}
