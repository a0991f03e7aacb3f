import type { Portal } from '#core/portal.ts'
import { media } from './policy.ts'
import { mediaSwitches } from './switches.ts'

/** The room of media agencies; its words are those of Tonomo's article. */
export const mediaPortal: Portal = {
  kind: 'media',
  called: { agency: 'media agency', users: 'User Management', team: 'Staff', clients: 'Agents', preferences: 'Settings' },
  policy: media as never,
  levels: [
    {
      name: 'admin',
      title: 'Admin',
      plural: 'Admins',
      side: 'team',
      icon: 'shield-half',
      says: 'Full control: adds, edits and removes users, changes settings.',
    },
    {
      name: 'staff',
      title: 'Staff',
      plural: 'Staff',
      side: 'team',
      icon: 'briefcase',
      says: 'Processes orders and opens the sections that are switched on for Staff.',
    },
    {
      name: 'contractor',
      title: 'Contractor',
      plural: 'Contractors',
      side: 'team',
      icon: 'tool',
      says: 'Sees orders and chats. Changes no statuses, payments or order details.',
    },
    {
      name: 'agent',
      title: 'Agent',
      plural: 'Agents',
      side: 'client',
      icon: 'building',
      says: 'Books, follows and pays for their own orders.',
    },
  ],
  founder: 'admin',
  invitable: ['admin', 'staff', 'contractor'],
  addable: ['agent', 'admin', 'staff', 'contractor'],
  jobRoles: [
    'Account Executive',
    'Creative Specialist',
    'Customer Success',
    'Operations Coordinator',
    'Operations Specialist',
    'Photo Editor',
    'Project Manager',
    'Video Editor',
  ],
  switches: mediaSwitches,
}
