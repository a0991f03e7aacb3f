// The conditions of the staffing table, by name. In `says`, *they* is whoever acts.
import { all, any, has, me, my, noBecause, not, rowsOf, when } from '#policy/policy.ts'
import { type StaffingSwitch, staffingSwitches } from '../switches.ts'

export const levels = ['owner', 'administrator', 'standard', 'talent'] as const
export const rows = rowsOf(levels)

// people
export const themselves = when('the account is their own', { id: me }, 'not_your_account')
export const notOwner = when('the person is not the Account Owner', { id: not(my('owner_id')) }, 'account_owner_protected', {
  refused: 'Only the Account Owner can change this account.',
})
/** The owner's column: what she may do to others but not to herself. */
export const notThemselves = when('the person is somebody else', { id: not(me) }, 'transfer_ownership_first', {
  refused: 'The Account Owner stays an active Account Administrator. Choose a new Account Owner first.',
})
export const onTheTeam = when('the person is on the team', { side: 'team' }, 'already_talent', {
  refused: 'The same person is not on the team and a talent of one agency.',
})
export const mayHaveRoles = when('the person is on the team', { side: 'team' }, 'role.staff_only', { refused: 'Talent have no job roles.' })
export const isTalent = when('the person is a talent', { side: 'client' }, 'requires_administrator', {
  refused: 'Only an Account Administrator or the Account Owner can edit a user on the team.',
})

// levels: "Account Owner" is not one, on any path
const notOwnerLevel = (field: string) =>
  when('the level is not Account Owner', { [field]: not('owner') }, 'use_ownership_transfer', {
    refused: 'Nobody becomes Account Owner this way. The Account Owner chooses the next one under Preferences, Account Settings.',
  })
const levelIs = (field: string, level: string, title: string) => when(`the level is ${title}`, { [field]: level }, 'level_unknown')
const teamLevels = (field: string) => [
  levelIs(field, 'administrator', 'Account Administrator'),
  levelIs(field, 'standard', 'Standard User'),
]
/** Account Administrator or Standard User. */
export const teamLevel = (field: string) => all(notOwnerLevel(field), any(...teamLevels(field)))
export const anyLevel = all(notOwnerLevel('new.level'), any(...teamLevels('new.level'), levelIs('new.level', 'talent', 'Talent')))
export const newTalent = when('the new person is a talent', { 'new.level': 'talent' }, 'requires_administrator', {
  refused: 'Only an Account Administrator or the Account Owner can add somebody to the team.',
})

// the owner
export const toAnAdministrator = all(
  when('they are the Account Owner', { owner_id: me }, 'not_account_owner', { before: true }),
  when('the new owner is somebody else', { 'new.id': not(me) }, 'already_account_owner'),
  when(
    'the new owner is an active Account Administrator',
    { 'new.level': 'administrator', 'new.status': 'active' },
    'new_owner_must_be_administrator',
  ),
)
export const ownersChoice = noBecause('not_account_owner', 'Only the Account Owner can choose a new Account Owner.')

// talent; `talent.x` is a field of the talent that a note, an attachment … belongs to
const of = (home: '' | 'talent.', field: string) => `${home}${field}`
export const primaryContact = when('they are the Primary Contact', { primary_contact_id: me }, 'not_primary_contact')
export const on = (name: StaffingSwitch, code = 'switched_off') => {
  const { called } = staffingSwitches.find((one) => one.name === name)!
  return when(`${called} is switched on for them`, { 'me.switches': has(name) }, code, {
    refused: `${called} is switched off for you. The Account Owner can switch it on.`,
  })
}
export const seesTalent = any(when('All talent is switched on for them', { 'me.switches': has('all_talent') }, 'not_found'), primaryContact)
export const seesItsTalent = any(
  when('All talent is switched on for them', { 'me.switches': has('all_talent') }, 'not_found'),
  when('they are the Primary Contact', { 'talent.primary_contact_id': me }, 'not_found'),
)
const isOpen = (home: '' | 'talent.') =>
  all(
    when('the talent is not archived', { [of(home, 'status')]: not('archived') }, 'talent_archived', {
      refused: 'This talent is archived. Restore the talent first.',
    }),
    when('the talent has not left', { [of(home, 'status')]: not('withdrawn') }, 'talent_withdrawn', {
      refused: 'This talent has left the agency. Only the talent can return.',
    }),
  )
export const open = isOpen('')
export const ofOpenTalent = isOpen('talent.')
export const noFlag = when('there is no DO NOT HIRE flag', { do_not_hire: not(true) }, 'remove_flag_first', {
  refused: 'Remove the DO NOT HIRE flag first.',
})
export const notToArchived = when('the new status is not Archived', { 'new.status': not('archived') }, 'use_archive', {
  refused: 'Archiving is an action of its own: Archive.',
})
export const toActiveMember = when(
  'the new contact is an active user on the team',
  { 'new.side': 'team', 'new.status': 'active' },
  'contact_must_be_active_member',
  {
    refused: 'A Primary Contact is an active user of the team.',
  },
)
export const contactOfBoth = when(
  'they are the Primary Contact of both',
  { primary_contact_id: me, 'new.primary_contact_id': me },
  'requires_administrator',
  {
    refused: 'Only the Primary Contact of both, an Account Administrator or the Account Owner can merge two talents.',
  },
)

// what somebody made, or what is about them
export const ownTalent = when('the record is their own', { id: me }, 'not_yours_to_edit')
export const ownRecord = when('it is about them', { talent_id: me }, 'not_yours_to_edit')
export const ownUpload = when('they uploaded it', { uploader_id: me }, 'uploaded_by_other')
export const author = when('they wrote it', { author_id: me }, 'not_author')
export const sender = when('they sent it', { sender_id: me }, 'not_sender')
export const holder = when('it is their own', { person_id: me }, 'not_your_account')

// a plain no with its own code
export const unseen = noBecause('not_found')
export const permanent = noBecause(
  'notes_are_permanent',
  'Employer Notes stay as they were written. Add a correction, or ask the Account Owner.',
)
export const noOtherContact = noBecause(
  'cannot_set_primary_contact',
  'Only an Account Administrator or the Account Owner can name another Primary Contact.',
)
