// The decided matrix of the staffing portal once more, written by hand beside the table: who, and on what condition.
import type { Condition } from './decisions.ts'

/** What the conditions mean, as a person would check them. */
export const staffingConditions = {
  self: ({ me, record }) => record.id === me.id,
  other: ({ me, record }) => record.id !== me.id,
  holder: ({ me, record }) => record.person_id === me.id,
  actor: ({ me, record }) => record.actor_id === me.id,
  notOwner: ({ me, record }) => me.owner_id === null || record.id !== me.owner_id,
  team: ({ record }) => record.side === 'team',
  talent: ({ record }) => record.side === 'client',
  newTeamLevel: ({ given }) => given.level === 'administrator' || given.level === 'standard',
  itsTeamLevel: ({ record }) => record.level === 'administrator' || record.level === 'standard',
  newLevel: ({ given }) => ['administrator', 'standard', 'talent'].includes(given.level as string),
  newTalent: ({ given }) => given.level === 'talent',
  pointedAt: ({ me, record, when }) => when === 'after' || record.owner_id === me.id,
  successor: ({ me, given }) => given.id !== me.id && given.level === 'administrator' && given.status === 'active',
  deputy: ({ me, record, when }) => when === 'after' || (record.deputy_id === me.id && record.claimable === true),
  linkOpen: ({ record }) => record.paused !== true,
  approver: ({ me, record }) => listed(record.approver_ids, me.id),
  allTalent: ({ me }) => listed(me.switches, 'all_talent'),
  exports: ({ me }) => listed(me.switches, 'talent_export'),
  clients: ({ me }) => listed(me.switches, 'client_editing'),
  contact: ({ me, record }) => record.primary_contact_id === me.id,
  itsContact: ({ me, record }) => parent(record).primary_contact_id === me.id,
  contactOfBoth: ({ me, record, given }) => record.primary_contact_id === me.id && given.primary_contact_id === me.id,
  open: ({ record }) => record.status !== 'archived' && record.status !== 'withdrawn',
  openTalent: ({ record }) => parent(record).status !== 'archived' && parent(record).status !== 'withdrawn',
  noFlag: ({ record }) => record.do_not_hire !== true,
  notToArchived: ({ given }) => given.status !== 'archived',
  unclaimed: ({ record }) => record.claimed !== true,
  activeMember: ({ given }) => given.side === 'team' && given.status === 'active',
  about: ({ me, record }) => record.talent_id === me.id,
  uploader: ({ me, record }) => record.uploader_id === me.id,
  author: ({ me, record }) => record.author_id === me.id,
  sender: ({ me, record }) => record.sender_id === me.id,
  allowed: ({ record }) => record.state === 'allowed',
  packet: ({ record }) => record.consent === 'yes' && record.complete === true,
} satisfies Record<string, Condition>

const listed = (list: unknown, value: unknown) => Array.isArray(list) && list.includes(value)
const parent = (record: Record<string, unknown>) => (record.talent ?? {}) as Record<string, unknown>

export const staffingGrid = `
agency.create                 - | - | - | -
agency.read                   Y | Y | Y | Y
agency.read_owner             Y | Y | Y | -
agency.transfer               pointedAt & successor | - | - | -
agency.close                  Y | - | - | -
succession.edit               Y | - | - | -
succession.claim              - | deputy | - | -
preferences.read              Y | Y | Y | -
preferences.edit              Y | - | - | -
switch.read                   Y | Y | Y | -
switch.edit                   Y | - | - | -
notification_setting.edit     holder | holder | holder | holder
portal_link.read              Y | Y | Y | -
portal_link.copy              Y | Y | Y | -
portal_link.rename            Y | - | - | -
portal_link.pause             Y | - | - | -
portal_link.renew             Y | - | - | -
portal_link.sign_up           - | - | - | linkOpen
portal_link.read_statistics   Y | Y | Y | -
person.list                   Y | Y | Y | -
person.read                   Y | Y | team / allTalent | self
person.edit                   Y | notOwner | talent & allTalent | -
person.edit_self              self | self | self | self
person.set_level              other & team & newTeamLevel | notOwner & team & newTeamLevel | - | -
person.set_job_roles          team | notOwner & team | - | -
person.create                 newLevel | newLevel | newTalent | -
person.deactivate             other | notOwner | - | -
person.restore                Y | notOwner | - | -
person.end_sessions           Y | notOwner | - | -
person.send_reset             Y | notOwner | - | -
person.switch                 Y | - | - | -
person.leave                  - | self | self | -
person.view_as                Y | notOwner | - | -
contact_cover.set             Y | Y | - | -
invitation.read               Y | Y | - | -
invitation.create             newTeamLevel | newTeamLevel | - | -
invitation.edit               itsTeamLevel | itsTeamLevel | - | -
invitation.revoke             Y | Y | - | -
invitation.accept             - | - | - | -
audit.read                    Y | Y | - | -
audit.read_own                actor | actor | actor | actor
audit.export                  Y | - | - | -
permission.read               Y | Y | - | -
outbox.read                   Y | Y | - | -
request.ask                   Y | Y | Y | -
request.approve               approver | approver | approver | -
talent.list                   Y | Y | allTalent / contact | -
talent.read                   Y | Y | allTalent / contact | self
talent.read_history           Y | Y | allTalent / contact | -
talent.invite                 Y | Y | Y | -
talent.invite_for_another     activeMember | activeMember | - | -
talent.create_unclaimed       Y | Y | Y | -
talent.claim_invite           unclaimed | unclaimed | unclaimed | -
talent.import                 Y | Y | Y | -
talent.profile_edit           open | open | open | self
talent.set_status             noFlag & open & notToArchived | noFlag & open & notToArchived | noFlag & open & notToArchived | -
talent.archive                Y | Y | contact | -
talent.restore                Y | Y | contact | -
talent.set_do_not_hire        Y | Y | contact | -
talent.remove_do_not_hire     Y | Y | contact | -
talent.delete                 Y | Y | contact | -
talent.restore_from_trash     Y | Y | contact | -
talent.purge_now              Y | - | - | -
talent.merge                  Y | Y | contactOfBoth | -
talent.set_primary_contact    activeMember | activeMember | - | -
talent.reassign_all           activeMember | activeMember | - | -
talent.request_handover       - | - | contact | -
talent.tag                    open | open | open | -
talent.add_to_list            open | open | open | -
talent.export                 Y | Y | exports | -
talent.disclosure_export      Y | - | - | -
talent.legal_hold             Y | - | - | -
talent_invitation.read        Y | Y | Y | -
talent_invitation.resend      Y | Y | Y | -
talent_invitation.cancel      Y | Y | sender | -
note.read                     Y | Y | allTalent / itsContact | -
note.create                   Y | Y | Y | -
note.correct                  author | author | author | -
note.edit                     Y | - | - | -
note.delete                   Y | - | - | -
note.read_versions            Y | Y | - | -
attachment.read               Y | Y | allTalent / itsContact | -
attachment.download           Y | Y | allTalent / itsContact | -
attachment.upload             openTalent | openTalent | openTalent | -
attachment.edit               Y | Y | uploader | -
attachment.archive            Y | Y | uploader | -
attachment.restore            Y | Y | uploader | -
attachment.purge              Y | - | - | -
credential.read               Y | Y | allTalent / itsContact | about
credential.add                openTalent | openTalent | openTalent | about
credential.edit               openTalent | openTalent | openTalent | about
credential.review             openTalent | openTalent | openTalent | -
reference.read                Y | Y | allTalent / itsContact | about
reference.request             openTalent & allowed | openTalent & allowed | openTalent & allowed | about
checklist.read                Y | Y | allTalent / itsContact | about
checklist.assign              openTalent | openTalent | openTalent | -
checklist.fill                - | - | - | about
engagement.read               Y | Y | allTalent / itsContact | about
engagement.create             openTalent | openTalent | openTalent | -
engagement.move               openTalent | openTalent | openTalent | -
engagement.unsubscribe_other  Y | Y | - | -
submission.read               Y | Y | allTalent / itsContact | about
submission.ask_consent        openTalent | openTalent | openTalent | -
submission.answer_consent     - | - | - | about
submission.export_packet      openTalent & packet | openTalent & packet | openTalent & packet | -
message.read                  Y | Y | allTalent / itsContact | about
message.send                  openTalent | openTalent | openTalent | about
esign_template.read           Y | Y | Y | -
esign_template.edit           Y | Y | - | -
esign_request.read            Y | Y | allTalent / itsContact | about
esign_request.send            openTalent | openTalent | openTalent | -
client.read                   Y | Y | Y | -
client.edit                   Y | Y | clients | -
facility.read                 Y | Y | Y | -
facility.edit                 Y | Y | clients | -
job.read                      Y | Y | Y | -
job.edit                      Y | Y | clients | -
requirement_set.read          Y | Y | Y | -
requirement_set.edit          Y | Y | clients | -
share.read                    - | - | - | about
share.create                  - | - | - | about
share.revoke                  - | - | - | about
access_log.read               - | - | - | about
talent.export_own             - | - | - | self
talent.leave                  - | - | - | self
talent.erase                  - | - | - | self
`
