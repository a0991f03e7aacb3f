import { all, any, me, no, noBecause, not, when, yes } from '#policy/policy.ts'
import {
  anyLevel,
  holder,
  isTalent,
  mayHaveRoles,
  newTalent,
  notOwner,
  notThemselves,
  on,
  onTheTeam,
  ownersChoice,
  rows,
  teamLevel,
  themselves,
  toAnAdministrator,
} from './words.ts'

const inside = noBecause('not_here', 'A new agency is opened from the first page, not inside another agency.')
const transferFirst = noBecause(
  'transfer_ownership_first',
  'The Account Owner stays until somebody else is Account Owner. Choose a new Account Owner first.',
)
const notDeputy = noBecause('not_deputy', 'Only the deputy whom the Account Owner named can take over.')
const deputy = all(
  when('they are the named deputy', { deputy_id: me }, 'not_deputy', { before: true }),
  when('the time the Account Owner set has passed', { claimable: true }, 'not_deputy', { before: true }),
)
const invited = noBecause('invitation_for_other_address', 'Only the person with the invited address can accept an invitation.')
const member = noBecause('already_member', 'Somebody on the team cannot be a talent of the same agency.')
const linkOpen = when('the Portal Link is open', { paused: not(true) }, 'portal_paused', {
  refused: 'This agency is not taking applications now.',
})
const canApprove = when('they may do what is asked', { approver_ids: { op: 'has', value: me } }, 'cannot_approve')
const allTalent = on('all_talent', 'not_found')
const seenByTeam = any(when('the person is on the team', { side: 'team' }, 'not_found'), allTalent)
const theirs = when('it is about what they did', { actor_id: me }, 'requires_administrator')

const itsLevel = teamLevel('level')
const newTeamLevel = teamLevel('new.level')
const levelOfOthers = all(notThemselves, onTheTeam, newTeamLevel)
const levelBelowOwner = all(notOwner, onTheTeam, newTeamLevel)
const belowOwnerWithRoles = all(notOwner, mayHaveRoles)
const ofTalent = all(isTalent, allTalent)

/** The agency, its preferences and its Portal Link. */
// biome-ignore format: a table is read in columns
export const agency = rows({
  //                    they can …                       Owner              Administrator  Standard      Talent        from
  'agency.create':     ['open a new agency',             inside,            inside,        inside,       inside,       'K3'],
  'agency.read':       ['see the agency',                yes,               yes,           yes,          yes,          'P1'],
  'agency.read_owner': ['see who the Account Owner is',  yes,               yes,           yes,          no,           'A48'],
  'agency.transfer':   ['choose a new Account Owner',    toAnAdministrator, ownersChoice,  ownersChoice, ownersChoice, 'K4 K5 K18 K19'],
  'agency.close':      ['close the agency',              yes,               no,            no,           no,           'K6'],
  'succession.edit':   ['name a deputy',                 yes,               no,            no,           no,           'A47'],
  'succession.claim':  ['take over as the named deputy', notDeputy,         deputy,        notDeputy,    notDeputy,    'A47'],
})
// biome-ignore format: a table is read in columns
export const preferences = rows({
  //                            they can …                                Owner   Administrator  Standard  Talent  from
  'preferences.read':          ['see Employer Preferences',               yes,    yes,           yes,      no,     'A45'],
  'preferences.edit':          ['edit Employer Preferences',              yes,    no,            no,       no,     'K7 K12 K14f'],
  'switch.read':               ['see what is switched on',                yes,    yes,           yes,      no,     'A45'],
  'switch.edit':               ['switch something on or off for a level', yes,    no,            no,       no,     'K7 K12 K14f'],
  'notification_setting.edit': ['choose their own notifications',         holder, holder,        holder,   holder, 'A45'],
})
// biome-ignore format: a table is read in columns
export const portalLink = rows({
  //                              they can …                                   Owner   Administrator  Standard  Talent    from
  'portal_link.read':            ['see the Portal Link',                       yes,    yes,           yes,      no,       'A46'],
  'portal_link.copy':            ['copy the Portal Link',                      yes,    yes,           yes,      no,       'K9 K13 A46'],
  'portal_link.rename':          ['rename the Portal Link',                    yes,    no,            no,       no,       'K7 K12 K14f A46'],
  'portal_link.pause':           ['pause or open the Portal Link',             yes,    no,            no,       no,       'K7 K12 K14f A46'],
  'portal_link.renew':           ['renew the Portal Link',                     yes,    no,            no,       no,       'K7 K12 K14f A46'],
  'portal_link.sign_up':         ['sign up through the Portal Link',           member, member,        member,   linkOpen, 'K8 A44 A46'],
  'portal_link.read_statistics': ['see how many came through the Portal Link', yes,    yes,           yes,      no,       'A46'],
})
/** Users and what happens to their accounts. */
// biome-ignore format: a table is read in columns
export const users = rows({
  //                       they can …                                            Owner          Administrator        Standard    Talent      from
  'person.list':          ['open Users',                                         yes,           yes,                 yes,        no,         'A48'],
  'person.read':          ['see a user',                                         yes,           yes,                 seenByTeam, themselves, 'K14'],
  'person.edit':          ['edit another user',                                  yes,           notOwner,            ofTalent,   no,         'K6 K11 K14 K14e K17'],
  'person.edit_self':     ['edit their own name and contact data',               themselves,    themselves,          themselves, themselves, 'A26'],
  'person.set_level':     ['change the level of a user',                         levelOfOthers, levelBelowOwner,     no,         no,         'K6 K11 K14e K16 A25 A28'],
  'person.set_job_roles': ['change the job roles of a user',                     mayHaveRoles,  belowOwnerWithRoles, no,         no,         'K6 K11 K14e'],
  'person.create':        ['add a user',                                         anyLevel,      anyLevel,            newTalent,  no,         'K6 K11 K13 K14e A28'],
  'person.deactivate':    ['deactivate a user',                                  notThemselves, notOwner,            no,         no,         'K6 K11 K14e A26 A30'],
  'person.restore':       ['restore a deactivated user',                         yes,           notOwner,            no,         no,         'K6 K11 K14e A26'],
  'person.end_sessions':  ['sign a user out everywhere',                         yes,           notOwner,            no,         no,         'K11 A26'],
  'person.send_reset':    ['send a user a password reset',                       yes,           notOwner,            no,         no,         'K11 A26'],
  'person.switch':        ['switch something on or off for one user',            yes,           no,                  no,         no,         'K7 K12 K14f'],
  'person.leave':         ['leave the team',                                     transferFirst, themselves,          themselves, no,         'K2 A30'],
  'person.view_as':       ['look at the portal as another user, without acting', yes,           notOwner,            no,         no,         'P3 K11'],
  'contact_cover.set':    ['set who covers for a Primary Contact',               yes,           yes,                 no,         no,         'P4 K14a'],
})
/** Invitations to the team. Talent is invited under Talent. */
// biome-ignore format: a table is read in columns
export const invitations = rows({
  //                    they can …                                    Owner         Administrator  Standard  Talent   from
  'invitation.read':   ['see invitations to the team',                yes,          yes,           no,       no,      'K6 K11 K14e'],
  'invitation.create': ['invite somebody to the team',                newTeamLevel, newTeamLevel,  no,       no,      'K6 K11 K14e K15 A28'],
  'invitation.edit':   ['resend or change an invitation to the team', itsLevel,     itsLevel,      no,       no,      'K6 K11 K14e A28'],
  'invitation.revoke': ['revoke an invitation to the team',           yes,          yes,           no,       no,      'K6 K11 K14e'],
  'invitation.accept': ['accept an invitation to the team',           invited,      invited,       invited,  invited, 'K15 A29'],
})
/** What happened, what is waiting, and what the rules are. */
// biome-ignore format: a table is read in columns
export const activity = rows({
  //                  they can …                           Owner       Administrator  Standard    Talent  from
  'audit.read':      ['read the activity of the agency',   yes,        yes,           no,         no,     'P2'],
  'audit.read_own':  ['read what they did themselves',     theirs,     theirs,        theirs,     theirs, 'P1'],
  'audit.export':    ['export the activity of the agency', yes,        no,            no,         no,     'P2'],
  'permission.read': ['open Permissions',                  yes,        yes,           no,         no,     'P3'],
  'outbox.read':     ['see mail that waits',               yes,        yes,           no,         no,     'P3'],
  'request.ask':     ['ask for something they cannot do',  yes,        yes,           yes,        no,     'A11'],
  'request.approve': ['approve what somebody asks for',    canApprove, canApprove,    canApprove, no,     'A11'],
})
