// Who may do what in a staffing agency. The words come from Kamana's "Entity User Roles"; the table is in policy/.
import { type ActionOf, definePolicy } from '#policy/policy.ts'
import { activity, agency, invitations, portalLink, preferences, users } from './policy/people.ts'
import { attachments, clients, credentials, engagements, notes, ownMatters, talent } from './policy/talent.ts'
import { levels } from './policy/words.ts'

/** Everything that belongs to a talent names it by talent_id, and is asked about as `talent.x`. */
const belongings = [
  'note',
  'attachment',
  'credential',
  'reference',
  'checklist',
  'engagement',
  'submission',
  'message',
  'esign_request',
] as const
const ofTalent = (pick: string) => ({ table: 'talent', on: 'id', by: 'talent_id', pick })

export const staffing = definePolicy({
  kind: 'staffing',
  levels,
  called: {
    owner: ['Account Owner', 'Account Owners', 'the Account Owner'],
    administrator: ['Account Administrator', 'Account Administrators', 'an Account Administrator'],
    standard: ['Standard User', 'Standard Users', 'a Standard User'],
    talent: ['Talent', 'Talent', 'a talent'],
  },
  requires: (who) => {
    if (who.includes('standard')) return 'not_a_member'
    if (who.includes('administrator')) return 'requires_administrator'
    return who.includes('owner') ? 'requires_account_owner' : 'not_yours'
  },
  relations: {
    'request.approver_ids': { table: 'request_approver', on: 'request_id', pick: 'person_id' },
    ...Object.fromEntries(
      belongings.flatMap((noun) => ['status', 'primary_contact_id'].map((field) => [`${noun}.talent.${field}`, ofTalent(field)])),
    ),
  },
  areas: {
    'The agency': agency,
    Preferences: preferences,
    'Portal Link': portalLink,
    Users: users,
    Invitations: invitations,
    Activity: activity,
    Talent: talent,
    'Employer Notes': notes,
    'Employer Attachments': attachments,
    Credentials: credentials,
    Engagements: engagements,
    Clients: clients,
    "A talent's own": ownMatters,
  },
})

export type StaffingAction = ActionOf<typeof staffing>
