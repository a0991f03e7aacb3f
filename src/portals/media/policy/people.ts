import { all, any, me, no, when, yes } from '#policy/policy.ts'
import { holder, isAgent, newAgent, on, onTheTeam, rows, themselves, twoAgents } from './words.ts'

const users = on('user_management')
const ofAgents = all(isAgent, users)
const ofNewAgent = all(newAgent, users)
const exporting = on('client_export')
const priceBook = on('price_book')
const coupons = on('coupon_editing')
const seen = any(themselves, users)
const theirs = when('it is about what they did', { actor_id: me }, 'level.admin_only')

// biome-ignore format: a table is read in columns
export const people = rows({
  //                       they can …                                            Admin       Staff       Contractor  Agent       from
  'person.list':          ['open User Management',                               yes,        users,      no,         no,         'M6 M9 D6'],
  'person.read':          ['see a user',                                         yes,        seen,       themselves, themselves, 'M6 M9 D6'],
  'person.edit':          ['edit another user',                                  yes,        ofAgents,   no,         no,         'M8 M9 D6'],
  'person.edit_self':     ['edit their own profile',                             themselves, themselves, themselves, themselves, 'M16'],
  'person.set_level':     ['change the level of a user',                         yes,        no,         no,         no,         'M8 D5'],
  'person.set_job_roles': ['change the job roles of a user',                     onTheTeam,  no,         no,         no,         'M8 D5 D10'],
  'person.create':        ['add a user',                                         yes,        ofNewAgent, no,         no,         'M8 D6'],
  'person.import':        ['import a client list',                               yes,        no,         no,         no,         'M8 D6'],
  'person.export':        ['export the client list',                             yes,        exporting,  no,         no,         'D5'],
  'person.merge':         ['merge two Agents',                                   twoAgents,  no,         no,         no,         'M8 D6'],
  'person.deactivate':    ['remove a user',                                      yes,        no,         no,         no,         'M8 D22'],
  'person.restore':       ['restore a removed user',                             yes,        no,         no,         no,         'M8 D22'],
  'person.erase':         ['erase a user',                                       yes,        no,         no,         no,         'M8 D22'],
  'person.end_sessions':  ['sign a user out everywhere',                         yes,        no,         no,         no,         'M8'],
  'person.send_reset':    ['send a user a password reset',                       yes,        no,         no,         no,         'M8'],
  'person.switch':        ['switch something on or off for one user',            yes,        no,         no,         no,         'M8 D5'],
  'person.view_as':       ['look at the portal as another user, without acting', yes,        no,         no,         no,         'D5'],
})
// biome-ignore format: a table is read in columns
export const invitations = rows({
  //                    they can …                                    Admin  Staff  Contractor  Agent  from
  'invitation.read':   ['see invitations to the team',                yes,   no,    no,         no,    'M7 M8'],
  'invitation.create': ['invite somebody to the team',                yes,   no,    no,         no,    'M7 M8 D3'],
  'invitation.edit':   ['resend or change an invitation to the team', yes,   no,    no,         no,    'M7 M8'],
  'invitation.revoke': ['revoke an invitation to the team',           yes,   no,    no,         no,    'M7 M8'],
})
/** Settings are an Admin's, and that is never switchable. */
// biome-ignore format: a table is read in columns
export const settings = rows({
  //                            they can …                                        Admin   Staff      Contractor  Agent   from
  'agency.read':               ['see the agency',                                 yes,    yes,       yes,        yes,    'P1'],
  'preferences.read':          ['see the settings of the agency',                 yes,    no,        no,         no,     'M8 D4'],
  'preferences.edit':          ['edit the settings of the agency',                yes,    no,        no,         no,     'M8 D4'],
  'switch.read':               ['see what is switched on',                        yes,    no,        no,         no,     'M8 D5'],
  'switch.edit':               ['switch something on or off for a level',         yes,    no,        no,         no,     'M8 D5'],
  'booking_flow.edit':         ['edit a booking flow',                            yes,    no,        no,         no,     'M8 D4'],
  'price_book.read':           ['see the price book',                             yes,    priceBook, no,         no,     'M9 D5'],
  'price_book.edit':           ['edit the price book',                            yes,    no,        no,         no,     'M8 D4'],
  'coupon.read':               ['see coupons',                                    yes,    priceBook, no,         no,     'M9 D5'],
  'coupon.edit':               ['edit a coupon',                                  yes,    coupons,   no,         no,     'D5'],
  'territory.edit':            ['edit a territory',                               yes,    no,        no,         no,     'M8 D4'],
  'change_policy.edit':        ['edit the rules for rescheduling and cancelling', yes,    no,        no,         no,     'M8 D4'],
  'branding.edit':             ['edit the branding of the agency',                yes,    no,        no,         no,     'M8 D4'],
  'referral_program.edit':     ['edit the referral program',                      yes,    no,        no,         no,     'M8 D4'],
  'notification_setting.edit': ['choose their own notifications',                 holder, holder,    holder,     holder, 'P1'],
})
// biome-ignore format: a table is read in columns
export const activity = rows({
  //                  they can …                           Admin   Staff   Contractor  Agent   from
  'audit.read':      ['read the activity of the agency',   yes,    no,     no,         no,     'D5'],
  'audit.read_own':  ['read what they did themselves',     theirs, theirs, theirs,     theirs, 'P1'],
  'audit.export':    ['export the activity of the agency', yes,    no,     no,         no,     'D5'],
  'permission.read': ['open Permissions',                  yes,    no,     no,         no,     'P2'],
  'outbox.read':     ['see mail that waits',               yes,    no,     no,         no,     'P2'],
})
const companies = on('client_companies')
const manages = when('they belong to it', { members: { op: 'has', value: me } }, 'not_found')
// biome-ignore format: a table is read in columns
export const clientCompanies = rows({
  //                            they can …                          Admin  Staff      Contractor  Agent    from
  'client_company.read':       ['see a client company',             yes,   companies, no,         manages, 'M9 D5'],
  'client_company.edit':       ['edit a client company',            yes,   companies, no,         no,      'M9 D5'],
  'client_company.add_member': ['add somebody to a client company', yes,   no,        no,         no,      'D5'],
})
