import type { Portal } from '#core/portal.ts'
import type { Work } from '#core/work/work.ts'
import { type StaffingAction, staffing } from './policy.ts'
import { staffingSwitches } from './switches.ts'

export type StaffingWork = Work<StaffingAction>

/** The room of staffing agencies; its words are those of Kamana's article. */
export const staffingPortal: Portal = {
  kind: 'staffing',
  called: { agency: 'staffing agency', users: 'Users', team: 'Team', clients: 'Talent', preferences: 'Preferences' },
  policy: staffing as never,
  levels: [
    {
      name: 'owner',
      title: 'Account Owner',
      plural: 'Account Owners',
      side: 'team',
      icon: 'key',
      says: 'One person. Chosen by the present owner in Preferences, never here.',
    },
    {
      name: 'administrator',
      title: 'Account Administrator',
      plural: 'Account Administrators',
      side: 'team',
      icon: 'shield-half',
      says: 'Invites and manages users and talent. Cannot edit the Account Owner, Employer Notes or Employer Preferences.',
    },
    {
      name: 'standard',
      title: 'Standard User',
      plural: 'Standard Users',
      side: 'team',
      icon: 'user',
      says: 'Invites and works with talent. Archives only their own. Does not manage users.',
    },
    {
      name: 'talent',
      title: 'Talent',
      plural: 'Talent',
      side: 'client',
      icon: 'id-badge-2',
      says: 'Sees their own record and what the agency shares with them.',
    },
  ],
  founder: 'administrator',
  invitable: ['administrator', 'standard'],
  addable: ['talent'],
  jobRoles: [],
  switches: staffingSwitches,
}
