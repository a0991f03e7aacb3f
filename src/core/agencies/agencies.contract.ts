import { z } from 'zod'
import type { CoreAction } from '../actions.ts'
import { doors } from '../contract.ts'
import { LevelName } from '../people/people.contract.ts'
import { Can, Email, Id, Name, Version, When } from '../shapes.ts'

const { action, open } = doors<CoreAction>()

const zones = new Set(Intl.supportedValuesOf('timeZone'))
const currencies = new Set(Intl.supportedValuesOf('currency'))
const Zone = z
  .string()
  .max(60)
  .refine((zone) => zones.has(zone) || zone === 'UTC', 'Choose a time zone from the list, like America/New_York.')
const Currency = z
  .string()
  .length(3)
  .refine((currency) => currencies.has(currency), 'Choose a currency from the list, like USD.')
const Colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'Write a colour as #rrggbb.')
// First words of addresses that are pages of the house and not of an agency.
const ours = new Set([
  'api',
  'assets',
  'create',
  'demo',
  'first-visit',
  'forgot',
  'healthz',
  'invitation',
  'mail',
  'prove',
  'readyz',
  'reset',
  'sign-in',
  'sign-up',
])
const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$/, 'Use 3 to 40 letters, digits and hyphens.')
  .refine((slug) => !ours.has(slug), 'That address is kept for Rolecall itself. Choose another one.')

export const Agency = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['media', 'staffing']),
  zone: z.string(),
  currency: z.string(),
  colour: z.string(),
  version: Version,
})
const LevelInfo = z.object({
  name: z.string(),
  title: z.string(),
  plural: z.string(),
  side: z.enum(['team', 'client']),
  icon: z.string(),
  says: z.string(),
})
export const SwitchInfo = z.object({ name: z.string(), level: z.string(), on: z.boolean(), called: z.string(), says: z.string() })
/** Everything a page needs to know before its own records: where one is, who one is, what one could do. */
export const Me = z.object({
  agency: Agency,
  person: z.object({
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    title: z.string().nullable(),
    level: z.string(),
    levelTitle: z.string(),
    side: z.enum(['team', 'client']),
    jobRoles: z.array(z.string()),
    version: Version,
  }),
  portal: z.object({
    kind: z.enum(['media', 'staffing']),
    called: z.object({ agency: z.string(), users: z.string(), team: z.string(), clients: z.string(), preferences: z.string() }),
    levels: z.array(LevelInfo),
    invitable: z.array(LevelName),
    addable: z.array(LevelName),
    jobRoles: z.array(z.string()),
    switches: z.array(SwitchInfo),
  }),
  /** What this person could do, half decided: the browser finishes each with the record at hand. */
  abilities: z.record(z.string(), z.unknown()),
  owner: z.object({ id: Id, name: z.string(), since: When }).nullable(),
})

export const agenciesContract = {
  me: action('agency.read', 'GET', '/me').route({ summary: 'See where you are, who you are here and what you may do' }).output(Me),
  edit: action('preferences.edit', 'PATCH', '/preferences')
    .route({ summary: "Change the agency's name, time zone, currency or colour" })
    .input(
      z.strictObject({ version: Version, ...z.object({ name: Name, zone: Zone, currency: Currency, colour: Colour }).partial().shape }),
    )
    .output(Agency),
  get: action('preferences.read', 'GET', '/preferences')
    .route({ summary: "Read the agency's preferences" })
    .output(Agency.extend({ can: Can })),
}

export const foundingContract = {
  found: open('Anybody may create an agency of their own.', 'POST', '/agencies')
    .route({ summary: 'Create your agency' })
    .input(
      z.strictObject({
        kind: z.enum(['media', 'staffing']),
        name: Name,
        slug: Slug.optional(),
        zone: Zone,
        currency: Currency,
        you: z.strictObject({
          name: Name,
          email: Email.optional(),
          password: z.string().min(10, 'Use at least 10 characters.').max(128).optional(),
        }),
      }),
    )
    .output(z.object({ id: Id, slug: z.string() })),
}
