// "Entity User Roles", as a function. Each line quotes the words it comes from; where the article is silent, so is it.
import type { Case } from './worlds.ts'

const among = (list: unknown, value: unknown) => Array.isArray(list) && list.includes(value)
const oneOf =
  (...actions: string[]) =>
  (action: string) =>
    actions.includes(action)

const editsNotes = oneOf('note.edit', 'note.delete')
const editsAttachments = oneOf('attachment.edit', 'attachment.archive')
const archivesOrDeletes = oneOf('talent.archive', 'talent.delete')
const changesContact = oneOf('talent.set_primary_contact', 'talent.reassign_all')
const invitesTalent = oneOf('talent.invite', 'talent_invitation.resend', 'talent_invitation.read')
const invitesTeam = oneOf('invitation.create', 'invitation.edit', 'invitation.revoke')
const managesTeam = oneOf(
  'person.edit',
  'person.set_level',
  'person.set_job_roles',
  'person.deactivate',
  'person.restore',
  'person.end_sessions',
  'person.send_reset',
)
const opensUsers = oneOf('person.list', 'person.read')
const collaborates = oneOf(
  'talent.list', 'talent.read', 'talent.profile_edit', 'talent.set_status', 'talent.tag', 'talent.add_to_list', 'note.read', 'note.create',
  'attachment.read', 'attachment.download', 'attachment.upload', 'credential.read', 'credential.add', 'credential.edit', 'message.read', 'message.send',
) // biome-ignore format: one list

/** true: the article says they can; false: it says they cannot; undefined: it says nothing about this case. */
export function articleOfStaffing({ level, action, me, record, given, when }: Case): boolean | undefined {
  if (level === 'talent') return undefined // "three different account user types available to each unique team member"
  const [owner, administrator, standard] = ['owner', 'administrator', 'standard'].map((one) => one === level)

  if (action === 'agency.transfer') {
    if (!owner) return false // "The current Account Owner is the only user that is able to make changes to this setting"
    if (record.owner_id !== me.id && when === 'before') return false // "the current Account Owner"
    if (given.level !== 'administrator') return false // "Only Account Administrators will appear on this dropdown list"
    return given.id !== me.id && given.status === 'active' ? true : undefined // "this is able to be changed"
  }
  if (action === 'preferences.edit') return owner // "Ability to edit Employer Preferences"; twice "Not able to edit employer preferences"
  if (editsNotes(action)) return owner // "without limitation"; twice "Not able to delete or edit Employer Notes on talent profiles"
  if (editsAttachments(action)) return standard ? record.uploader_id === me.id : true // "uploaded by other agency team members"
  if (archivesOrDeletes(action)) return standard ? record.primary_contact_id === me.id : true // "unless the user is assigned as the Primary Contact"
  if (changesContact(action)) {
    if (standard) return false // "Not able to change Primary Contact"
    return given.side === 'team' && given.status === 'active' ? true : undefined // "without limitation"; not among the administrator's limitations
  }
  if (invitesTalent(action)) return true // "Ability to invite talent users without limitations"

  if (invitesTeam(action)) {
    if (standard) return false // "Not able to invite or manage agency team members"
    const invitedAs = action === 'invitation.create' ? given.level : record.level
    if (invitedAs === 'owner') return false // "The Account Owner role is limited to one user"
    if (action === 'invitation.revoke') return true // "manage agency users"
    return invitedAs === 'administrator' || invitedAs === 'standard' ? true : undefined // "established when inviting an agency team member"
  }
  if (action === 'person.create') {
    if (given.level === 'owner') return false // "limited to one user"
    if (given.level === 'talent') return true // "manage talent users", all three
    return given.level === 'administrator' || given.level === 'standard' ? !standard : undefined // "invite or manage agency team members"
  }
  if (managesTeam(action)) {
    const aTalent = record.side === 'client'
    if (standard && !aTalent) return false // "Not able to invite or manage agency team members"
    if (standard) return action !== 'person.edit' ? undefined : among(me.switches, 'all_talent') ? true : undefined // "manage talent users"
    if (administrator && me.owner_id !== null && record.id === me.owner_id) return false // "Not able to edit Account Owner"
    if (action === 'person.set_level' && given.level === 'owner') return false // "limited to one user"
    if (action === 'person.set_level' && !['administrator', 'standard'].includes(given.level as string)) return undefined
    if (['person.set_level', 'person.set_job_roles'].includes(action) && record.side !== 'team') return undefined
    if (owner && record.id === me.id && ['person.set_level', 'person.deactivate'].includes(action)) return undefined // that is "Changing Account Owner"
    return true // "Changes to user roles are able to be made at anytime by an Account Owner or Account Administrator"
  }
  if (opensUsers(action)) return standard ? undefined : true // "Select Users from the Navigation Pane"

  if (collaborates(action)) {
    const talent = (record.talent ?? record) as Record<string, unknown>
    const ordinary =
      !['archived', 'withdrawn'].includes(talent.status as string) && record.do_not_hire !== true && given.status !== 'archived'
    const whole = !standard || among(me.switches, 'all_talent') || !/read|list|download/.test(action)
    return ordinary && whole ? true : undefined // "Ability to collaborate and manage talent users", none of the limitations is about this
  }
  return undefined
}
