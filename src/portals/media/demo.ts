// Northlight Media, mid-week: who is there, and what they did.
import type { Clock } from '#demo/clock.ts'
import {
  adds,
  changesLevel,
  deactivates,
  edits,
  editsSelf,
  givesRoles,
  invites,
  preferences,
  revokes,
  switches,
  switchesFor,
} from '#demo/deeds.ts'
import { by, comes, founds, imports, joins, type Moment, type Player, refused, type Scene, seen } from '#demo/story.ts'
import { agentCrowd } from './demo-agents.ts'

export function mediaDemo(clock: Clock): Scene {
  const agents = agentCrowd(clock)
  return {
    agency: { slug: 'northlight', name: 'Northlight Media', kind: 'media', colour: '#8A3B1F', says: 'Property photo and video' },
    people: { ...people, ...agents.people },
    story: [...beginnings(clock, agents.imported), ...lastWeeks(clock), ...agents.story, ...lastSeen(clock)],
  }
}

const at = (first: string) => `${first}@northlight.example`
const office = '+15085550120'
// biome-ignore format: a table is read in columns
const people: Record<string, Player> = {
  ada:    { name: 'Ada Novak',    email: at('ada'),    phone: '+16175550102', title: 'Owner',                     level: 'admin',      says: 'Full control' },
  stan:   { name: 'Stan Moreau',  email: at('stan'),   phone: '+16175550119', title: 'Production manager',        level: 'staff',      says: 'Project Manager, runs the orders' },
  connie: { name: 'Connie Birch', email: at('connie'), phone: '+14135550133', title: 'Video editor',              level: 'contractor', says: 'Video Editor, sees and chats' },
  agnes:  { name: 'Agnes Doyle',  email: at('agnes'),  phone: '+15085550171', title: 'Broker, Doyle & Hart Realty', level: 'agent',    says: 'Books for Doyle & Hart Realty' },
  abe:    { name: 'Abe Lindgren', email: at('abe'),    phone: '+16175550103', title: 'Partner',                   level: 'admin',      says: 'The other Admin, so one may go' },
  priya:  { name: 'Priya Shah',   email: at('priya'),  phone: '+16175550126', title: 'Production manager',        level: 'staff',      says: 'Project Manager, Operations Coordinator' },
  vic:    { name: 'Vic Tran',     email: at('vic'),    phone: '+16175550138', title: 'Lead editor',               level: 'staff',      says: 'Video Editor on the staff' },
  drew:   { name: 'Drew Kim',     email: at('drew'),   phone: '+17815550144', title: 'Photographer',              level: 'contractor', says: 'Photographer, no job role' },
  pia:    { name: 'Pia Lund',     email: at('pia'),    phone: '+17815550162', title: 'Project manager',           level: 'contractor', says: 'Project Manager, assigned nowhere' },
  goro:   { name: 'Goro Ito',     email: at('goro'),   phone: '+15085550181', title: 'Agent, Casco Bay Properties', level: 'agent',    says: 'Books for Casco Bay Properties' },
  finn:   { name: 'Finn Walsh',   email: at('finn'),   phone: '+15085550199', title: 'Agent, Walsh & Daughters',  level: 'agent',      says: 'Books from the road' },
  mona:   { name: 'Mona Hart',    email: at('mona'),   phone: '+15085550170', title: 'Manager, Doyle & Hart Realty', level: 'agent',   says: 'Manages the company of Agnes' },
  rex:    { name: 'Rex Calloway', email: at('rex'),    phone: '+15085550156', title: 'Agent, Pine & Tide Realty', level: 'agent',      says: 'Came by a word from Agnes' },
  marcus: { name: 'Marcus Webb',  email: 'marcus@harbor.example', phone: '+12075550184', title: 'Agent, Webb Family Homes', level: 'agent', says: 'Works at Harbor, sells houses at weekends' },
  otto:   { name: 'Otto Reiss',   email: at('otto'),   phone: '+14135550109', title: 'Photo editor',              level: 'contractor', says: 'Removed, so Northlight is closed to him' },
  imre:   { name: 'Imre Kovacs',  email: at('imre'),                          title: 'Agent, Casco Bay Properties', level: 'agent',    says: 'Imported', registered: false },
  ines:   { name: 'Ines Duarte',                       phone: '+15085550166', title: 'Agent, Pine & Tide Realty', level: 'agent',      says: 'Imported', registered: false },
  ivo:    { name: 'Ivo Marin',                                                                                    level: 'agent',      says: 'Imported', registered: false },
  ida:    { name: 'Ida Sorensen',                      phone: office,         title: 'Agent, Sorensen Homes',     level: 'agent',      says: 'Imported', registered: false },
  ike:    { name: 'Ike Sorensen',                      phone: office,         title: 'Agent, Sorensen Homes',     level: 'agent',      says: 'Imported', registered: false },
  greta:  { name: 'Greta Olsen',  email: 'greta.olsen@mail.example', phone: '+15085550187', title: 'Agent, Walsh & Daughters', level: 'agent', says: 'Typed in by Stan', registered: false },
}
const registers = 'person.register'

/** How Northlight came to be, and the list of clients it brought. */
const beginnings = ({ days }: Clock, imported: string[]): Moment[] => [
  founds('ada', days(712, '08:30')),
  by('ada', days(712, '08:52'), preferences({ colour: '#8A3B1F' })),
  by('ada', days(711, '09:10'), invites('abe', 'admin')),
  joins('abe', days(711, '10:15')),
  imports('ada', days(705, '14:00'), ['imre', 'ines', 'ivo', 'ida', 'ike', ...imported]),
  by('ada', days(640, '11:03'), invites('stan', 'staff', { job_roles: ['Project Manager'] })),
  joins('stan', days(639, '08:58')),
  by('abe', days(511, '13:40'), invites('vic', 'staff', { job_roles: ['Video Editor'] })),
  joins('vic', days(510, '10:04')),
  by('abe', days(466, '09:30'), invites('connie', 'contractor', { job_roles: ['Video Editor'] })),
  joins('connie', days(465, '18:22')),
  by('ada', days(318, '10:12'), invites('priya', 'staff', { job_roles: ['Project Manager'] })),
  joins('priya', days(317, '09:11')),
  by('ada', days(240, '16:05'), invites('otto', 'contractor', { job_roles: ['Photo Editor'] })),
  joins('otto', days(238, '20:47')),
  by('abe', days(133, '12:20'), invites('pia', 'staff', { job_roles: ['Project Manager'] })),
  joins('pia', days(132, '09:39')),
  comes('mona', days(602, '12:11'), registers, days(6, '11:02')),
  comes('agnes', days(588, '10:37'), registers, days(1, '16:08')),
  comes('goro', days(344, '21:15'), registers, days(3, '13:50')),
  comes('finn', days(205, '07:49'), registers, days(2, '18:33')),
  comes('rex', days(58, '15:26'), registers, days(11, '10:20')),
  comes('marcus', days(37, '10:58'), registers, days(4, '09:06')),
]

const maja = 'maja.holm@mail.example'
const theo = 'theo.martin@mail.example'

/** The last two weeks, with what was not let through. */
const lastWeeks = ({ workdays, friday }: Clock): Moment[] => [
  by('ada', workdays(10, '08:41'), switches({ invoice_editing: false })),
  by(
    'abe',
    workdays(10, '09:27'),
    invites('drew', 'contractor', { message: 'Start with the shoots in Worcester; Stan shows you the rest.' }),
  ),
  by('ada', workdays(9, '11:14'), deactivates('otto')),
  joins('drew', workdays(9, '18:03')),
  refused('stan', workdays(8, '10:46'), preferences({ name: 'Northlight Photo' }), 'level.admin_only'),
  by('stan', workdays(8, '10:58'), edits('agnes', { phone: '+15085550172' })),
  by('ada', workdays(7, '13:20'), changesLevel('pia', 'contractor')),
  by('ada', workdays(7, '13:36'), switchesFor('priya', 'invoice_editing', true)),
  by('abe', workdays(6, '09:09'), givesRoles('priya', 'Project Manager', 'Operations Coordinator')),
  refused('connie', workdays(6, '15:55'), edits('connie', { title: 'Lead video editor' }), 'section.closed'),
  by('abe', workdays(5, '10:31'), invites(maja, 'staff', { job_roles: ['Customer Success'] })),
  by('agnes', workdays(5, '16:12'), editsSelf({ title: 'Principal broker, Doyle & Hart Realty' })),
  by('stan', workdays(4, '11:50'), adds('greta')),
  by('ada', workdays(4, '17:08'), revokes(maja)),
  refused('stan', workdays(3, '09:37'), changesLevel('connie', 'staff'), 'level.admin_only'),
  by('abe', workdays(3, '14:02'), switchesFor('connie', 'contractor_earnings', true)),
  by('ada', workdays(2, '08:50'), switchesFor('stan', 'refunds', true, friday('18:00'))),
  by(
    'abe',
    workdays(2, '15:43'),
    invites(theo, 'staff', { job_roles: ['Customer Success'], message: 'The agents ask for you by name. Come and answer them.' }),
  ),
  by('ada', workdays(1, '10:17'), switches({ client_export: true })),
  by('priya', workdays(1, '13:29'), edits('ines', { name: 'Ines Duarte Lima' })),
]

const lastSeen = ({ workdays, days, minutes }: Clock) =>
  seen({
    otto: workdays(9, '10:40'),
    pia: workdays(7, '12:12'),
    drew: workdays(2, '17:26'),
    agnes: days(1, '16:31'),
    connie: workdays(1, '20:05'),
    vic: minutes(190),
    priya: minutes(72),
    abe: minutes(47),
    stan: minutes(15),
    ada: minutes(5),
  })
