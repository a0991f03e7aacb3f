// The operations of core: those of an agency (their paths begin with it), and those that are open to everybody.
import { agenciesContract, foundingContract } from './agencies/agencies.contract.ts'
import { auditContract } from './audit/audit.contract.ts'
import { acceptanceContract, invitationsContract } from './invitations/invitations.contract.ts'
import { lettersContract } from './letters/letters.contract.ts'
import { liveContract } from './live.contract.ts'
import { peopleContract } from './people/people.contract.ts'
import { permissionsContract } from './permissions/permissions.contract.ts'
import { sessionContract } from './sign-in/session.contract.ts'
import { switchesContract } from './switches/switches.contract.ts'

export const coreContract = {
  agency: agenciesContract,
  people: peopleContract,
  invitations: invitationsContract,
  switches: switchesContract,
  audit: auditContract,
  permissions: permissionsContract,
  letters: lettersContract,
  live: liveContract,
}
export const openContract = {
  session: sessionContract,
  founding: foundingContract,
  acceptance: acceptanceContract,
}
