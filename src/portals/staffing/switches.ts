// What the Account Owner can turn on and off for Standard Users, for all of them or for one.

// biome-ignore format: a table is read in columns
export const staffingSwitches = [
  { name: 'all_talent',     level: 'standard', on: true, called: 'All talent',     says: 'Standard Users see all talent of the agency, not only the talent whose Primary Contact they are.' },
  { name: 'talent_export',  level: 'standard', on: true, called: 'Talent export',  says: 'Standard Users export lists of talent to a file.' },
  { name: 'client_editing', level: 'standard', on: true, called: 'Client editing', says: 'Standard Users edit clients, facilities, jobs and requirements.' },
] as const

export type StaffingSwitch = (typeof staffingSwitches)[number]['name']
