// Every operation that changes something in an agency, once each, in an order in which all of them succeed.
import { mediaAgency, type mediaCast, type Staged, staffingAgency, type staffingCast } from '../house/cast.ts'
import type { TestHouse } from '../house/house.ts'
import type { Answer } from '../house/visitor.ts'

type Deed = { op: string; who: string; path: string; body?: unknown }
/** What an answer brought, for the deeds after it. */
type Told = { invitation: string }
type Telling<Name extends string> = (agency: Staged<Name>, told: Told) => Deed[]

const media: Telling<keyof typeof mediaCast> = ({ people, slug }, told) => [
  { op: 'PATCH /preferences', who: 'ada', path: '/preferences', body: { version: 1, name: 'Northlight & Co' } },
  { op: 'POST /people', who: 'ada', path: '/people', body: { name: 'Rex', email: null, phone: null, title: null, level: 'agent' } },
  { op: 'PATCH /people/{id}', who: 'ada', path: `/people/${people.drew.id}`, body: { version: 1, title: 'Pilot' } },
  { op: 'PATCH /me', who: 'drew', path: '/me', body: { version: 2, phone: '+12075550142' } },
  {
    op: 'PUT /people/{id}/job-roles',
    who: 'ada',
    path: `/people/${people.drew.id}/job-roles`,
    body: { version: 3, job_roles: ['Photo Editor'] },
  },
  { op: 'PUT /people/{id}/level', who: 'ada', path: `/people/${people.drew.id}/level`, body: { version: 4, level: 'staff' } },
  { op: 'PUT /people/{id}/level', who: 'abe', path: `/people/${people.ada.id}/level`, body: { version: 1, level: 'staff' } }, // the agency points at Abe now
  { op: 'PUT /people/{id}/switches/{name}', who: 'abe', path: `/people/${people.stan.id}/switches/refunds`, body: { on: true } },
  { op: 'PUT /switches', who: 'abe', path: '/switches', body: { version: 2, switches: { reporting: false } } },
  {
    op: 'POST /invitations',
    who: 'abe',
    path: '/invitations',
    body: { emails: [`one@${slug}.example`, `two@${slug}.example`], level: 'staff' },
  },
  { op: 'PATCH /invitations/{id}', who: 'abe', path: `/invitations/${told.invitation}`, body: { version: 1, level: 'contractor' } },
  { op: 'POST /invitations/{id}/resending', who: 'abe', path: `/invitations/${told.invitation}/resending` },
  { op: 'DELETE /invitations/{id}', who: 'abe', path: `/invitations/${told.invitation}` },
  { op: 'POST /people/{id}/password-reset', who: 'abe', path: `/people/${people.stan.id}/password-reset` },
  { op: 'DELETE /people/{id}/sessions', who: 'abe', path: `/people/${people.connie.id}/sessions` },
  { op: 'POST /people/{id}/deactivation', who: 'abe', path: `/people/${people.vic.id}/deactivation` },
  { op: 'DELETE /people/{id}/deactivation', who: 'abe', path: `/people/${people.vic.id}/deactivation` },
]
const staffing: Telling<keyof typeof staffingCast> = ({ people }) => [
  { op: 'POST /owner/transfer', who: 'olive', path: '/owner/transfer', body: { to: people.adam.id } },
  { op: 'POST /me/departure', who: 'priya', path: '/me/departure' },
]

/** Goes through all of them; `around` does each, and may do more than that. */
export async function everyDeed(
  house: TestHouse,
  around: (deed: Deed, agency: Staged<string>, go: () => Promise<Answer>) => Promise<void>,
) {
  const acts = async <Name extends string>(agency: Staged<Name>, telling: Telling<Name>) => {
    const told: Told = { invitation: '' }
    for (let i = 0; i < telling(agency, told).length; i++) {
      const deed = telling(agency, told)[i]!
      const go = async () => {
        const answer = await agency.as(deed.who as Name, deed.op.split(' ')[0]!, deed.path, deed.body)
        told.invitation = answer.body.invitations?.[0].id ?? told.invitation
        return answer
      }
      await around(deed, agency as never, go)
    }
  }
  await acts(await mediaAgency(house), media)
  await acts(await staffingAgency(house), staffing)
}
