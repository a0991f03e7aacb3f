// What “Entity User Roles” says, written down by a reader who has not seen the table. `undefined`: the article does not say.
import type { Given, Me, Thing } from './blind.media.ts'

type Says = (me: Me, action: string, record: Thing, given: Given) => boolean | undefined

/** May this person do it, by the sentences of the staffing agency's article? */
export function staffingSays(me: Me, action: string, record: Thing, given: Given): boolean | undefined {
  if (me.level === 'owner') return accountOwner(me, action, record, given)
  if (me.level === 'administrator') return accountAdministrator(me, action, record, given)
  if (me.level === 'standard') return standardUser(me, action, record, given)
  return talent(me, action, record, given)
}

const accountOwner: Says = (me, action, record, given) => {
  const other = record.side === 'team' && record.id !== me.id
  switch (action) {
    case 'talent.list':
    case 'talent.read':
    case 'talent.invite':
    case 'talent.create_unclaimed':
    case 'talent.claim_invite':
    case 'talent.import':
    case 'talent.profile_edit':
    case 'talent.set_status':
    case 'talent.archive':
    case 'talent.restore':
    case 'talent.delete':
    case 'talent.restore_from_trash':
    case 'talent.set_do_not_hire':
    case 'talent.remove_do_not_hire':
    case 'talent.merge':
    case 'talent.tag':
    case 'talent.add_to_list':
    case 'talent_invitation.read':
    case 'talent_invitation.resend':
    case 'talent_invitation.cancel':
    case 'note.read':
    case 'note.create':
    case 'note.edit':
    case 'note.delete':
    case 'attachment.read':
    case 'attachment.download':
    case 'attachment.upload':
    case 'attachment.edit':
    case 'attachment.archive':
    case 'attachment.restore':
    case 'message.read':
    case 'message.send':
      return true // “Ability to invite and manage talent … without limitation”
    case 'talent.invite_for_another':
    case 'talent.set_primary_contact':
    case 'talent.reassign_all':
      return onTheTeam(given) || undefined // “manage talent … without limitation”; of whom else becomes it: nothing
    case 'person.list':
    case 'person.read':
    case 'invitation.read':
    case 'invitation.revoke':
      return true // “Ability to … manage talent and agency users without limitation”
    case 'person.edit':
    case 'person.deactivate':
    case 'person.end_sessions':
    case 'person.send_reset':
      return (other && record.status === 'active') || undefined // “manage … agency users without limitation”
    case 'person.restore':
      return (other && record.status === 'deactivated') || undefined // “manage … agency users without limitation”
    case 'person.set_level':
      if (given.level === 'owner') return false // “The Account Owner role is limited to one user.”
      return (other && record.status === 'active' && aTeamLevel(given)) || undefined // “Changes to user roles … by an Account Owner”
    case 'invitation.edit':
      if (record.level === 'owner') return false // “The Account Owner role is limited to one user.”
      return aTeamLevel(record) || undefined // “User roles are initially established when inviting”
    case 'invitation.create':
    case 'person.create':
      if (given.level === 'owner') return false // “The Account Owner role is limited to one user.”
      return aTeamLevel(given) || undefined // “Ability to invite and manage … agency users without limitation”
    case 'preferences.read':
    case 'agency.read_owner':
      return true // “Select Preferences … Scroll down to Account Settings … Select a new Account Owner”
    case 'preferences.edit':
      return true // “Ability to edit Employer Preferences”
    case 'agency.transfer':
      if (given.level !== 'administrator') return false // “Only Account Administrators will appear on this dropdown list”
      return (given.status === 'active' && given.id !== me.id) || undefined // “The current Account Owner is … able to make changes”
  }
}

const accountAdministrator: Says = (me, action, record, given) => {
  const owner = record.id === me.owner_id
  const other = record.side === 'team' && record.id !== me.id
  switch (action) {
    case 'talent.invite':
    case 'talent.claim_invite':
    case 'talent_invitation.read':
    case 'talent_invitation.resend':
    case 'talent_invitation.cancel':
      return true // “Ability to invite talent users without limitations”
    case 'note.edit':
    case 'note.delete':
      return false // “Not able to delete or edit Employer Notes on talent profiles”
    case 'talent.list':
    case 'talent.read':
    case 'talent.set_status':
    case 'talent.archive':
    case 'talent.restore':
    case 'talent.delete':
    case 'talent.restore_from_trash':
    case 'talent.tag':
    case 'talent.add_to_list':
    case 'note.read':
    case 'note.create':
    case 'attachment.read':
    case 'attachment.download':
    case 'attachment.upload':
    case 'attachment.edit':
    case 'attachment.archive':
    case 'attachment.restore':
    case 'message.read':
    case 'message.send':
      return true // “Ability to collaborate and manage talent users”, and notes are the only limitation
    case 'talent.invite_for_another':
    case 'talent.set_primary_contact':
    case 'talent.reassign_all':
      return onTheTeam(given) || undefined // only Standard Users are “Not able to change Primary Contact”
    case 'person.list':
    case 'person.read':
    case 'invitation.read':
    case 'invitation.revoke':
      return true // “Ability to manage agency users”
    case 'person.edit':
    case 'person.deactivate':
      if (owner) return false // “Not able to edit Account Owner”
      return (other && record.status === 'active') || undefined // “Ability to manage agency users”
    case 'person.restore':
      return (other && !owner && record.status === 'deactivated') || undefined // “Ability to manage agency users”
    case 'person.end_sessions':
    case 'person.send_reset':
      return (other && !owner && record.status === 'active') || undefined // “Ability to manage agency users”
    case 'person.set_level':
      if (owner) return false // “The only role that an Account Administrator is unable to edit is that of the Account Owner.”
      if (given.level === 'owner') return false // “The current Account Owner is the only user … able to make changes to this setting.”
      return (record.side === 'team' && record.status === 'active' && aTeamLevel(given)) || undefined // “made at anytime by …”
    case 'invitation.edit':
      if (record.level === 'owner') return false // “The Account Owner role is limited to one user.”
      return aTeamLevel(record) || undefined // “User roles are initially established when inviting”
    case 'invitation.create':
    case 'person.create':
      if (given.level === 'owner') return false // “The Account Owner role is limited to one user.”
      return aTeamLevel(given) || undefined // “Ability to manage agency users”; “roles are initially established when inviting”
    case 'preferences.edit':
      return false // “Not able to edit employer preferences”
    case 'agency.transfer':
      return false // “The current Account Owner is the only user that is able to make changes to this setting.”
  }
}

const standardUser: Says = (me, action, record, given) => {
  const colleague = record.side === 'team' && record.id !== me.id
  switch (action) {
    case 'talent.invite':
    case 'talent.claim_invite':
    case 'talent_invitation.read':
    case 'talent_invitation.resend':
      return true // “Ability to invite talent users without limitations”
    case 'talent.list':
    case 'talent.read':
    case 'talent.tag':
    case 'talent.add_to_list':
    case 'note.read':
    case 'note.create':
    case 'attachment.read':
    case 'attachment.download':
    case 'attachment.upload':
    case 'message.read':
    case 'message.send':
      return true // “Ability to collaborate and manage talent users”, and no limitation is about this
    case 'talent.set_status':
      return given.status === 'active' || undefined // “manage talent users”; an archived status would be archiving
    case 'talent.set_primary_contact':
    case 'talent.reassign_all':
      return false // “Not able to change Primary Contact”
    case 'note.edit':
    case 'note.delete':
      return false // “Not able to delete or edit Employer Notes on talent profiles”
    case 'talent.archive':
    case 'talent.delete':
      return record.primary_contact_id === me.id // “unless the user is assigned as the Primary Contact”
    case 'talent.purge_now':
      return record.primary_contact_id === me.id ? undefined : false // “Not able to archive or delete a talent user unless …”
    case 'attachment.edit':
    case 'attachment.archive':
      return record.uploader_id === me.id // “Not able to edit or delete … uploaded by other agency team members”
    case 'attachment.purge':
      return record.uploader_id === me.id ? undefined : false // “Not able to … delete Employer Attachments … by other … members”
    case 'person.edit':
    case 'person.deactivate':
    case 'person.restore':
    case 'person.end_sessions':
    case 'person.send_reset':
    case 'person.switch':
      return colleague ? false : undefined // “Not able to … manage agency team members”
    case 'person.set_level':
      return false // “Changes to user roles … by an Account Owner or Account Administrator”
    case 'invitation.create':
    case 'invitation.edit':
    case 'invitation.revoke':
      return false // “Not able to invite or manage agency team members”
    case 'person.create':
      return aTeamLevel(given) || given.level === 'owner' ? false : undefined // “Not able to invite or manage agency team members”
    case 'preferences.edit':
      return false // “Not able to edit employer preferences”
    case 'agency.transfer':
      return false // “The current Account Owner is the only user that is able to make changes to this setting.”
    case 'succession.claim':
      return false // “To be set as the Account Owner the user must have an Account Administrator role.”
  }
}

/** A talent has no user role of the agency: the article only says what is kept to those who have one. */
const talent: Says = (_me, action) => {
  switch (action) {
    case 'agency.transfer':
      return false // “The current Account Owner is the only user that is able to make changes to this setting.”
    case 'succession.claim':
      return false // “To be set as the Account Owner the user must have an Account Administrator role.”
    case 'person.set_level':
      return false // “Changes to user roles … by an Account Owner or Account Administrator”
  }
}

const aTeamLevel = ({ level }: { level: string }) => level === 'administrator' || level === 'standard'
const onTheTeam = (given: Given) => aTeamLevel(given) && given.status === 'active'
