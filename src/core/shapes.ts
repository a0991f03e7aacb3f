// Shapes that several features share. Every input is strict: an unknown field is refused, not ignored.
import { z } from 'zod'

export const Id = z.uuid()
export const byId = z.strictObject({ id: Id })
// NUL cannot be kept by the database, and invisible direction marks make one name look like another.
const printable = /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u
const line = (most: number) =>
  z
    .string()
    .max(most, `Write at most ${most} characters.`)
    .transform((text) => text.normalize('NFC').trim())
export const Name = line(120)
  .refine((text) => text.length > 0, 'Write a name.')
  .refine((text) => printable.test(text), 'A name is one line of ordinary characters.')
export const Words = line(200).refine((text) => printable.test(text), 'One line of ordinary characters.')
export const Text = line(5000).refine((text) => !text.includes('\0'), 'The text has a character that cannot be kept.')
export const Email = z
  .string()
  .max(254)
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(z.email('Write an e-mail address, like name@agency.example.'))
export const Version = z.int().min(1)
export const Can = z.record(z.string(), z.union([z.literal(true), z.object({ code: z.string(), message: z.string() })]))
export const When = z.date()
/** A page of a list: at most 100, and where the one before ended. */
export const Page = { most: z.coerce.number().int().min(1).max(100).default(50), after: z.string().max(600).optional() }
export const Ok = z.object({ ok: z.literal(true) })
export const ok = { ok: true } as const
