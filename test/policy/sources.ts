// Both articles, statement by statement, in our own words: where each of them went. Printed as docs/sources.md.
import type { Policy } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'

/** `rows`: acceptance rows, as they stand in test names. `kept`: what keeps it where no row of the policy does. */
export type Statement = { id: string; says: string; rows: string; page: string; kept?: string }

// biome-ignore format: a table is read in columns
export const userTypes: Statement[] = [
  { id: 'M1',  says: 'Everybody who can sign in is a user, whether they work for the agency or order from it.',           rows: 'media A1',                 page: 'User Management', kept: 'one person row per human and agency' },
  { id: 'M2',  says: 'Imported clients are users before they register; people register by e-mail, Google or phone.',       rows: 'media A2, media A5, media A7', page: 'User Management; Sign in', kept: 'a person needs no login; a login is attached to the same row' },
  { id: 'M3',  says: 'There are two kinds of users: the team and the clients.',                                            rows: 'media A1',                 page: 'User Management, tabs', kept: 'person.side, made by the database from the level' },
  { id: 'M4',  says: 'The team are photographers, project managers, administrators and the like.',                         rows: 'media E1',                 page: 'A user, job roles', kept: 'person.job_roles' },
  { id: 'M5',  says: 'Clients order and use the portal themselves.',                                                       rows: 'media H1',                 page: 'Book; Orders', kept: 'the level Agent' },
  { id: 'M6',  says: 'All users are seen and managed in User Management, in the menu on the left.',                        rows: 'media A1, media CT8',      page: 'User Management' },
  { id: 'M7',  says: 'Team members are invited or assigned.',                                                              rows: 'media A14, media A15',     page: 'Invite; A user, level' },
  { id: 'M8',  says: 'Admins have full control: they add, edit and remove users and configure settings.',                  rows: 'media B1, media B2, media B3', page: 'User Management; Preferences' },
  { id: 'M9',  says: 'Staff, by default, process orders and use sections such as User Management, Reporting and Calendar.', rows: 'media C1, media C2, media C3, media C4', page: 'User Management; Orders; Reporting; Calendar; Switches' },
  { id: 'M10', says: 'Contractors see orders and chat.',                                                                    rows: 'media CT1, media CT2, media CT3', page: 'Orders; Project chat' },
  { id: 'M11', says: 'Contractors change neither statuses nor payment or order details.',                                  rows: 'media CT4, media CT5',     page: 'Orders' },
  { id: 'M12', says: 'Job roles say who does what, and some open something special.',                                      rows: 'media E10, media CT7',     page: 'A user, job roles' },
  { id: 'M13', says: 'Only Video Editors can be tagged in Video Management.',                                              rows: 'media F1, media F2, media F3', page: 'Video Management' },
  { id: 'M14', says: 'Mentioning a job role in the project chat notifies everybody who has it.',                           rows: 'media E2, media E3, media E6', page: 'Project chat' },
  { id: 'M15', says: 'There are eight job roles, named.',                                                                   rows: 'media E1',                 page: 'A user, job roles', kept: 'the list in src/portals/media/portal.ts' },
  { id: 'M16', says: 'Agents make and keep their own profile, with contact data and branding.',                            rows: 'media G1',                 page: 'Your profile' },
  { id: 'M17', says: 'Agents book services.',                                                                               rows: 'media H1, media H4',       page: 'Book' },
  { id: 'M18', says: 'Agents see their orders.',                                                                            rows: 'media I1',                 page: 'Orders' },
  { id: 'M19', says: 'Agents reach their contracts and invoices.',                                                          rows: 'media I2, media I3',       page: 'Invoices; Contracts' },
  { id: 'M20', says: 'Agents reschedule and cancel where that is permitted.',                                               rows: 'media J1, media J2, media J5', page: 'Orders' },
  { id: 'M21', says: 'Agents have stored cards.',                                                                           rows: 'media K1',                 page: 'Balance and Payments' },
  { id: 'M22', says: 'Agents have credits.',                                                                                rows: 'media K3, media K4',       page: 'Balance and Payments' },
  { id: 'M23', says: 'Agents have referral codes.',                                                                         rows: 'media K6',                 page: 'Balance and Payments' },
]
// biome-ignore format: a table is read in columns
export const entityUserRoles: Statement[] = [
  { id: 'K1',   says: 'A team member has one of three user types.',                                                         rows: 'staffing 2',               page: 'Users', kept: 'person.level, and the agency’s pointer to its owner' },
  { id: 'K2',   says: 'There is one Account Owner.',                                                                         rows: 'staffing 20, staffing 26', page: 'Users' },
  { id: 'K3',   says: 'Whoever opens the agency is its Account Owner.',                                                      rows: 'staffing 1',               page: 'First visit' },
  { id: 'K4',   says: 'The Account Owner can be changed.',                                                                   rows: 'staffing 17',              page: 'Preferences, Account Settings' },
  { id: 'K5',   says: 'Only an Account Administrator can become Account Owner.',                                             rows: 'staffing 15, staffing 21, staffing 22', page: 'Preferences, Account Settings' },
  { id: 'K6',   says: 'The Account Owner invites and manages talent and users without limits.',                              rows: 'staffing 3, staffing 35, staffing 53, staffing 54', page: 'Users; Talent' },
  { id: 'K7',   says: 'The Account Owner edits Employer Preferences.',                                                       rows: 'staffing 74',              page: 'Preferences' },
  { id: 'K8',   says: 'Talent who sign up through the Portal Link get the Account Owner as Primary Contact.',                rows: 'staffing 29, staffing 30, staffing 31', page: 'Portal Link' },
  { id: 'K9',   says: 'Account Administrators invite talent without limits.',                                                rows: 'staffing 35',              page: 'Talent' },
  { id: 'K10',  says: 'Account Administrators work with talent, and neither edit nor delete Employer Notes.',                rows: 'staffing 52, staffing 58', page: 'A talent, Employer Notes' },
  { id: 'K11',  says: 'Account Administrators manage users, and not the Account Owner.',                                     rows: 'staffing 4, staffing 5, staffing 6, staffing 7, staffing 8, staffing 9', page: 'Users' },
  { id: 'K12',  says: 'Account Administrators do not edit Employer Preferences.',                                            rows: 'staffing 23, staffing 74', page: 'Preferences' },
  { id: 'K13',  says: 'Standard Users invite talent without limits.',                                                        rows: 'staffing 34, staffing 35', page: 'Talent' },
  { id: 'K14',  says: 'Standard Users work with talent; the limits are the six that follow.',                                rows: 'staffing 49, staffing 72', page: 'Talent' },
  { id: 'K14a', says: 'Standard Users do not change the Primary Contact.',                                                   rows: 'staffing 43, staffing 44, staffing 45', page: 'A talent' },
  { id: 'K14b', says: 'Standard Users neither edit nor delete Employer Notes.',                                              rows: 'staffing 50, staffing 51', page: 'A talent, Employer Notes' },
  { id: 'K14c', says: 'Standard Users archive or delete only talent whose Primary Contact they are.',                        rows: 'staffing 56, staffing 57, staffing 59, staffing 60', page: 'Talent; A talent' },
  { id: 'K14d', says: 'Standard Users edit or delete only Employer Attachments they uploaded.',                              rows: 'staffing 67, staffing 68, staffing 69, staffing 71', page: 'A talent, Employer Attachments' },
  { id: 'K14e', says: 'Standard Users neither invite nor manage users of the team.',                                         rows: 'staffing 2, staffing 3, staffing 11, staffing 13', page: 'Users' },
  { id: 'K14f', says: 'Standard Users do not edit Employer Preferences.',                                                    rows: 'staffing 74, staffing 75', page: 'Preferences' },
  { id: 'K15',  says: 'The user type is first set by the invitation.',                                                       rows: 'staffing 11, staffing 81', page: 'Invite' },
  { id: 'K16',  says: 'Account Owner and Account Administrators change user types at any time, the owner’s excepted.',        rows: 'staffing 3, staffing 4, staffing 5, staffing 12', page: 'Users' },
  { id: 'K17',  says: 'How: Users, the ellipsis to the right of the user, Edit, the new type, Save Changes.',                rows: 'staffing 3',               page: 'Users, ellipsis, Edit' },
  { id: 'K18',  says: 'Only the present Account Owner hands the position over.',                                             rows: 'staffing 18, staffing 19, staffing 20', page: 'Preferences, Account Settings' },
  { id: 'K19',  says: 'How: Preferences, Account Settings, the pencil, a choice of Account Administrators, Save Changes.',   rows: 'staffing 15, staffing 17', page: 'Preferences, Account Settings, pencil' },
]

export const rowsFrom = (policy: Policy, id: string) => policy.actions.filter((action) => policy.row(action).source.split(' ').includes(id))

export function printSources(): string {
  const table = (policy: Policy, statements: Statement[]) =>
    statements
      .map(({ id, says, rows, page, kept }) => {
        const actions = rowsFrom(policy, id).map((action) => `\`${action}\``)
        const tags = rows.split(', ').map((row) => `[${row}]`)
        return `| ${id} | ${says} | ${[...actions, ...(kept ? [kept] : [])].join(', ')} | ${tags.join(' ')} | ${page} |\n`
      })
      .join('')
  const head = '| | Statement | Policy rows, or what keeps it | Tests | Page |\n| --- | --- | --- | --- | --- |\n'
  return `# Where the two articles went

Rolecall does what two help articles say. Here they are statement by statement, in our words, with the rows of the policy that came from each,
the acceptance rows whose tests carry its tag, and the page where people meet it. Which tags have a test today is in [coverage](coverage.md).
Beside those tests, both articles are written as plain functions that share no line with the policy (\`test/policy/article.media.ts\`,
\`test/policy/article.staffing.ts\`); every cell they speak about is flipped, and they notice (\`test/policy/article.test.ts\`).

Printed by \`npm run docs\` from \`test/policy/sources.ts\`. The tables themselves: [media](permissions/media.md), [staffing](permissions/staffing.md).

## Tonomo, "User Types" (media agencies)

${head}${table(media as Policy, userTypes)}
## Kamana, "Entity User Roles" (staffing agencies)

${head}${table(staffing as Policy, entityUserRoles)}`
}
