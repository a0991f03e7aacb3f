// People of an agency: who they are and how to reach them. Levels and switches are in rights.ts.
import type { z } from 'zod'
import { cannot, conflict } from '../errors.ts'
import type { Row, Work } from '../work/work.ts'
import type { peopleContract } from './people.contract.ts'
import { phoneOf } from './phone.ts'

type Input<K extends keyof typeof peopleContract> = z.infer<NonNullable<(typeof peopleContract)[K]['~orpc']['inputSchema']>>
export type PersonRow = Row<'person.read'>

const acts = [
  'person.edit',
  'person.set_level',
  'person.set_job_roles',
  'person.switch',
  'person.deactivate',
  'person.restore',
  'person.end_sessions',
  'person.send_reset',
] as const

/** A person as pages show one, with what may be done about them. */
export function shown(work: Work, person: PersonRow) {
  const { id, name, email, phone, title, level, side, status, job_roles, registered, joined_at, seen_at, version, updated_at } = person
  const owner = work.agency.kind === 'staffing' && work.agency.owner_id === id
  return {
    id,
    name,
    email,
    phone,
    title,
    level,
    owner,
    side,
    status,
    job_roles,
    registered,
    joined_at,
    seen_at,
    version,
    updated_at,
    can: work.can(person, ...acts),
  }
}

export async function getPerson(work: Work, id: string) {
  return onPage(work, await work.load('person.read', id))
}
export async function onPage(work: Work, person: PersonRow) {
  const by = person.updated_by && (await work.list('person.read', (people) => people.where('person.id', '=', person.updated_by)))[0]
  return { ...shown(work, person), switches: person.switches, updated_by: by ? { id: by.id, name: by.name } : null }
}

/** Types in somebody who has not registered: a colleague to be, or a client. */
export async function addPerson(work: Work, { level, job_roles, name, email, phone, title }: Input<'add'>) {
  work.require('person.create', {}, { level })
  if (!work.portal.addable.includes(level)) throw cannot('level_unknown', `A ${work.portal.called.agency} has no such level to add.`)
  rolesExist(work, job_roles)
  if (job_roles.length) work.require('person.set_job_roles', {}, { level })
  const values = {
    name,
    email,
    phone: phoneOf(phone, work.agency.currency),
    title,
    level,
    job_roles,
    created_via: 'typed' as const,
    login_id: null,
    joined_at: work.me.now,
    seen_at: null,
  }
  return shown(work, await work.add('person.create', values, { level }))
}

export async function editPerson(work: Work, { id, version, ...values }: Input<'edit'>) {
  const person = await work.load('person.edit', id)
  if (values.email !== undefined && values.email !== person.email && person.registered)
    throw conflict('address_is_proven', `${person.name} signs in and has proven this address, so only they can change it.`)
  return shown(work, await work.change('person.edit', person, withPhone(work, values), { version }))
}

export async function editSelf(work: Work, { version, ...values }: Input<'editSelf'>) {
  const me = await work.load('person.edit_self', work.me.id)
  return shown(work, await work.change('person.edit_self', me, withPhone(work, values), { version }))
}

export async function setJobRoles(work: Work, { id, version, job_roles }: Input<'setJobRoles'>) {
  const person = await work.load('person.set_job_roles', id)
  rolesExist(work, job_roles)
  return shown(work, await work.change('person.set_job_roles', person, { job_roles: [...new Set(job_roles)].sort() }, { version }))
}

export function rolesExist(work: Work, roles: string[]) {
  const unknown = roles.find((role) => !work.portal.jobRoles.includes(role))
  if (unknown !== undefined)
    throw cannot('role.unknown', `There is no job role "${unknown}".`, { fields: { job_roles: 'Choose from the list.' } })
}

const withPhone = <V extends { phone?: string | null }>(work: Work, values: V): V =>
  values.phone === undefined ? values : { ...values, phone: phoneOf(values.phone, work.agency.currency) }
