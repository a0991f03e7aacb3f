import { z } from 'zod'
import type { CoreAction } from '../actions.ts'
import { doors } from '../contract.ts'
import { byId, Can, Email, Id, Name, Ok, Page, Version, When, Words } from '../shapes.ts'

const { action, alone } = doors<CoreAction>()

export const LevelName = z.enum(['admin', 'staff', 'contractor', 'agent', 'administrator', 'standard', 'talent'])
export const PersonSwitch = z.object({ on: z.boolean(), until: z.string().nullable(), by: z.string(), at: z.string() })
/** A person as lists and pages show one. `owner`: the Account Owner. */
export const Person = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  title: z.string().nullable(),
  level: LevelName,
  owner: z.boolean(),
  side: z.enum(['team', 'client']),
  status: z.enum(['active', 'deactivated']),
  job_roles: z.array(z.string()),
  registered: z.boolean(),
  joined_at: When,
  seen_at: When.nullable(),
  version: Version,
  updated_at: When,
  can: Can,
})
export const PersonPage = Person.extend({
  switches: z.record(z.string(), PersonSwitch),
  updated_by: z.object({ id: Id, name: z.string() }).nullable(),
})

/** E.164, or the number as it is written nationally in the agency's country; empty to have none. */
const Phone = z.string().trim().max(40).nullable()
const contact = { name: Name, email: Email.nullable(), phone: Phone, title: Words.nullable() }
const JobRoles = z.array(z.string().max(60)).max(8)

export const PeopleQuery = z.strictObject({
  ...Page,
  tab: z.enum(['team', 'clients', 'deactivated']).default('team'),
  search: z.string().trim().max(100).optional(),
  level: z.union([LevelName, z.array(LevelName)]).optional(),
  job_role: z.union([z.string().max(60), z.array(z.string().max(60))]).optional(),
  registered: z.enum(['yes', 'no']).optional(),
  sort: z.enum(['name', 'level', 'seen', 'joined']).default('level'),
})
/** What a level or a switch would change for somebody: acts gained, acts lost, acts still refused. */
const Difference = z.object({ gains: z.array(z.string()), losses: z.array(z.string()), still: z.array(z.string()) })

export const peopleContract = {
  list: action('person.list', 'GET', '/people')
    .route({ summary: 'List people' })
    .input(PeopleQuery)
    .output(z.object({ people: z.array(Person), next: z.string().nullable() })),
  count: action('person.list', 'GET', '/people/count')
    .route({ summary: 'Count people by tab' })
    .input(z.strictObject({ search: z.string().trim().max(100).optional() }))
    .output(z.object({ team: z.int(), clients: z.int(), deactivated: z.int(), invitations: z.int() })),
  get: action('person.read', 'GET', '/people/{id}').route({ summary: 'See a person' }).input(byId).output(PersonPage),
  add: action('person.create', 'POST', '/people')
    .route({ summary: 'Add a person who has not registered' })
    .input(z.strictObject({ ...contact, level: LevelName, job_roles: JobRoles.default([]) }))
    .output(Person),
  edit: action('person.edit', 'PATCH', '/people/{id}')
    .route({ summary: 'Edit contact data of a person' })
    .input(z.strictObject({ id: Id, version: Version, ...z.object(contact).partial().shape }))
    .output(Person),
  editSelf: action('person.edit_self', 'PATCH', '/me')
    .route({ summary: 'Edit your own contact data' })
    .input(
      z.strictObject({ version: Version, ...z.object({ name: contact.name, phone: contact.phone, title: contact.title }).partial().shape }),
    )
    .output(Person),
  here: action('person.edit_self', 'POST', '/me/presence').route({ summary: 'Say that you are here' }).output(Ok),
  setLevel: alone('person.set_level', 'PUT', '/people/{id}/level')
    .route({ summary: "Change a person's level" })
    .input(z.strictObject({ id: Id, version: Version, level: z.string().max(40) }))
    .output(Person),
  previewLevel: action('person.set_level', 'GET', '/people/{id}/level/preview')
    .route({ summary: 'See what another level would change for a person' })
    .input(z.strictObject({ id: Id, level: z.string().max(40) }))
    .output(Difference),
  setJobRoles: action('person.set_job_roles', 'PUT', '/people/{id}/job-roles')
    .route({ summary: "Give and take a person's job roles" })
    .input(z.strictObject({ id: Id, version: Version, job_roles: JobRoles }))
    .output(Person),
  setSwitch: alone('person.switch', 'PUT', '/people/{id}/switches/{name}')
    .route({ summary: 'Switch something on or off for one person, also with an end' })
    .input(
      z.strictObject({
        id: Id,
        name: z.string().max(60),
        on: z.boolean().nullable(),
        until: z.iso.datetime({ offset: true }).nullable().default(null),
      }),
    )
    .output(PersonPage),
  deactivate: alone('person.deactivate', 'POST', '/people/{id}/deactivation')
    .route({ summary: 'Deactivate a person' })
    .input(byId)
    .output(Person),
  restore: alone('person.restore', 'DELETE', '/people/{id}/deactivation').route({ summary: 'Restore a person' }).input(byId).output(Person),
  endSessions: action('person.end_sessions', 'DELETE', '/people/{id}/sessions')
    .route({ summary: 'Sign a person out everywhere' })
    .input(byId)
    .output(Ok),
  sendReset: action('person.send_reset', 'POST', '/people/{id}/password-reset')
    .route({ summary: 'Send a person the link for a new password' })
    .input(byId)
    .output(Ok),
}
