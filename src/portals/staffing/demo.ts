// Harbor Staffing, mid-week: who is there, and what they did.
import type { Clock } from '#demo/clock.ts'
import {
  adds,
  changesLevel,
  deactivates,
  edits,
  editsSelf,
  invites,
  preferences,
  resends,
  revokes,
  switches,
  switchesFor,
} from '#demo/deeds.ts'
import { by, comes, type Deed, founds, joins, type Moment, type Player, refused, type Scene, seen, sendsReset } from '#demo/story.ts'
import { talentCrowd } from './demo-talent.ts'
import { transferOwnership } from './owner/owner.ts'
import type { StaffingWork } from './portal.ts'

const handsOver = (to: string): Deed => ({
  action: 'agency.transfer',
  alone: true,
  does: (work, stage) => transferOwnership(work as unknown as StaffingWork, stage.id(to)),
})

export function staffingDemo(clock: Clock): Scene {
  const talent = talentCrowd(clock)
  return {
    agency: { slug: 'harbor', name: 'Harbor Staffing', kind: 'staffing', colour: '#1F4E79', says: 'Healthcare staffing' },
    people: { ...people, ...talent.people },
    story: [...beginnings(clock), ...lastWeeks(clock), ...talent.story, ...lastSeen(clock)],
  }
}

const at = (first: string) => `${first}@harbor.example`
// biome-ignore format: a table is read in columns
const people: Record<string, Player> = {
  olive:  { name: 'Olive Tan',     email: at('olive'),  phone: '+12075550142', title: 'Managing director',    level: 'administrator', says: 'Sees and changes everything' },
  adam:   { name: 'Adam Reyes',    email: at('adam'),   phone: '+12075550117', title: 'Head of operations',   level: 'administrator', says: 'Runs the team, but not Olive' },
  sam:    { name: 'Sam Lindqvist', email: at('sam'),    phone: '+12075550163', title: 'Recruiter',            level: 'standard',      says: 'Looks after 31 talents' },
  tara:   { name: 'Tara Okafor',   email: at('tara'),   phone: '+16175550128', title: 'ICU nurse',            level: 'talent',        says: 'ICU nurse, sees her own record' },
  priya:  { name: 'Priya Nair',    email: at('priya'),  phone: '+12075550109', title: 'Founder',              level: 'administrator', says: 'Founded Harbor, handed it to Olive' },
  dana:   { name: 'Dana Ruiz',     email: at('dana'),   phone: '+12075550176', title: 'Senior recruiter',     level: 'standard',      says: 'Looks after 58 talents' },
  marcus: { name: 'Marcus Webb',   email: at('marcus'), phone: '+12075550184', title: 'Recruiter',            level: 'standard',      says: 'Looks after 33 talents, books at Northlight too' },
  kofi:   { name: 'Kofi Mensah',   email: at('kofi'),   phone: '+12075550151', title: 'Recruiter',            level: 'standard',      says: 'Deactivated, so Harbor is closed to him' },
  miguel: { name: 'Miguel Santos', email: at('miguel'), phone: '+14015550136', title: 'Surgical technologist', level: 'talent',       says: 'Surgical technologist, Dana is his contact' },
  hanna:  { name: 'Hanna Berg',    email: at('hanna'),  phone: '+18025550155', title: 'Labor and delivery nurse', level: 'talent',    says: 'Signed up through the Portal Link' },
  yuki:   { name: 'Yuki Sato',     email: at('yuki'),   phone: '+16035550190', title: 'Respiratory therapist', level: 'talent',       says: 'Respiratory therapist' },
  rob:    { name: 'Rob Keane',     email: at('rob'),    phone: '+12075550113', title: 'Medical assistant',    level: 'talent',        says: 'Medical assistant' },
  nadia:  { name: 'Nadia Haddad',  email: at('nadia'),  phone: '+19785550147', title: 'Emergency nurse',      level: 'talent',        says: 'Has not registered', registered: false },
}
const throughTheLink = 'portal_link.sign_up'

/** How Harbor came to be: Priya founds it, Olive takes it over. */
const beginnings = ({ days }: Clock): Moment[] => [
  founds('priya', days(431, '09:30')),
  by('priya', days(424, '10:05'), invites('olive', 'administrator')),
  joins('olive', days(423, '08:40')),
  by('priya', days(402, '11:20'), invites('dana', 'standard')),
  joins('dana', days(402, '13:02')),
  by('olive', days(377, '09:15'), invites('adam', 'standard')),
  joins('adam', days(375, '16:31')),
  by('olive', days(301, '10:44'), invites('kofi', 'standard')),
  joins('kofi', days(300, '09:02')),
  by('priya', days(262, '15:10'), changesLevel('adam', 'administrator')),
  by('priya', days(231, '09:00'), handsOver('olive')),
  by('olive', days(230, '11:32'), preferences({ colour: '#1F4E79' })),
  by('adam', days(188, '14:25'), invites('sam', 'standard')),
  joins('sam', days(187, '09:48')),
  by('adam', days(122, '10:10'), invites('marcus', 'standard')),
  joins('marcus', days(121, '12:36')),
  comes('miguel', days(266, '19:42'), throughTheLink, days(2, '20:15')),
  comes('tara', days(160, '21:08'), throughTheLink, days(1, '19:20')),
  comes('yuki', days(340, '12:30'), throughTheLink, days(94, '08:05')),
  comes('rob', days(210, '17:55'), throughTheLink, days(73, '16:41')),
]

const ruth = 'ruth.palmer@mail.example'
const jonas = 'jonas.weber@mail.example'
const lena = 'lena.fischer@mail.example'

/** The last two weeks, with what was not let through. */
const lastWeeks = ({ workdays, minutes, friday }: Clock): Moment[] => [
  by('adam', workdays(10, '09:12'), invites(ruth, 'standard')),
  by('adam', workdays(10, '11:40'), edits('rob', { phone: '+12075550198' })),
  refused('sam', workdays(9, '10:26'), changesLevel('dana', 'administrator'), 'requires_administrator'),
  by('adam', workdays(9, '14:03'), revokes(ruth)),
  comes('hanna', workdays(9, '20:37'), throughTheLink, workdays(1, '21:02')),
  by('olive', workdays(8, '08:55'), switches({ talent_export: false })),
  by('olive', workdays(8, '09:01'), switchesFor('dana', 'talent_export', true, friday('18:00'))),
  by('olive', workdays(7, '16:20'), changesLevel('marcus', 'administrator')),
  by('marcus', workdays(6, '10:12'), edits('miguel', { title: 'Surgical technologist, certified' })),
  by('dana', workdays(6, '15:47'), adds('nadia')),
  refused('adam', workdays(5, '09:33'), changesLevel('olive', 'standard'), 'account_owner_protected'),
  refused('kofi', workdays(5, '17:21'), invites('kofi.second@mail.example', 'administrator'), 'requires_administrator'),
  by('adam', workdays(4, '09:05'), deactivates('kofi')),
  by('olive', workdays(4, '11:15'), changesLevel('marcus', 'standard')),
  by('dana', workdays(3, '13:30'), edits('nadia', { phone: '+19785550148' })),
  refused('priya', workdays(3, '15:02'), handsOver('priya'), 'not_account_owner'),
  by(
    'adam',
    workdays(3, '16:44'),
    invites(jonas, 'administrator', {
      message: 'You know the hospitals in Vermont better than anybody here. The desk by the window is yours.',
    }),
  ),
  by('olive', workdays(2, '10:09'), invites(lena, 'standard')),
  by('olive', workdays(2, '10:22'), switchesFor('marcus', 'client_editing', false, friday('12:00'))),
  by('sam', workdays(1, '09:40'), editsSelf({ phone: '+12075550164' })),
  by('adam', workdays(1, '14:18'), resends(jonas)),
  by('tara', workdays(1, '19:24'), editsSelf({ title: 'ICU nurse, CCRN' })),
  sendsReset('adam', minutes(26), 'sam'),
]

const lastSeen = ({ workdays, days, minutes }: Clock) =>
  seen({
    kofi: workdays(5, '17:24'),
    priya: workdays(3, '15:10'),
    marcus: workdays(2, '16:52'),
    dana: workdays(1, '17:36'),
    sam: minutes(64),
    adam: minutes(21),
    olive: minutes(8),
    tara: days(1, '19:26'),
  })
