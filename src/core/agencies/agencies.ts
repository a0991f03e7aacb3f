// The agency itself: what a page must know first, and its name, zone, currency and colour.
import type { z } from 'zod'
import { levelOf } from '../portal.ts'
import { answersFor } from '../work/answers.ts'
import type { Work } from '../work/work.ts'
import type { agenciesContract } from './agencies.contract.ts'

const agencyShown = ({ id, slug, name, kind, zone, currency, colour, version }: Work['agency']) => ({
  id,
  slug,
  name,
  kind,
  zone,
  currency,
  colour,
  version,
})

export async function meHere(work: Work) {
  work.enter('agency.read')
  const { me, agency, portal } = work
  const { kind, called, levels, invitable, addable, jobRoles, switches, policy } = portal
  const owners = agency.kind === 'staffing' ? await work.list('person.read', (rows) => rows.where('person.id', '=', agency.owner_id)) : []
  return {
    agency: agencyShown(agency),
    person: {
      id: me.id,
      name: me.name,
      email: me.email,
      phone: me.phone,
      title: me.title,
      level: me.level,
      levelTitle: levelOf(portal, me.level).title,
      side: me.side,
      jobRoles: me.job_roles,
      version: me.version,
    },
    portal: {
      kind,
      called,
      levels: [...levels],
      invitable: [...invitable],
      addable: [...addable],
      jobRoles: [...jobRoles],
      switches: [...switches],
    },
    abilities: answersFor(policy, me).abilities(),
    owner: owners[0] ? { id: owners[0].id, name: owners[0].name, since: agency.owner_since } : null,
  }
}

export async function getPreferences(work: Work) {
  work.require('preferences.read')
  return { ...agencyShown(work.agency), can: work.can(work.agency, 'preferences.edit', 'switch.edit') }
}

export async function editAgency(
  work: Work,
  { version, ...values }: z.infer<NonNullable<(typeof agenciesContract.edit)['~orpc']['inputSchema']>>,
) {
  const agency = await work.load('preferences.edit', work.agency.id)
  return agencyShown(await work.change('preferences.edit', agency, values, { version }))
}
