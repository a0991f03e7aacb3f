// What people of a story do, by the same functions as in the pages.
import { editAgency } from '#core/agencies/agencies.ts'
import { invite, resend, revoke } from '#core/invitations/invitations.ts'
import { addPerson, editPerson, editSelf, setJobRoles } from '#core/people/people.ts'
import { deactivate, setLevel, setSwitch } from '#core/people/rights.ts'
import { editSwitches } from '#core/switches/switches.ts'
import type { Work } from '#core/work/work.ts'
import type { Level } from '#db/tables.ts'
import type { Deed, Stage } from './story.ts'

type Contact = { name?: string; email?: string; phone?: string; title?: string }
type Changing = { id: string; version: number }

/** About one person, as they are now. */
const about = (whom: string, action: string, does: (work: Work, changing: Changing) => Promise<unknown>, alone?: true): Deed => ({
  action,
  ...(alone && { alone }),
  async does(work, stage) {
    const id = stage.id(whom)
    const { version } = await work.load('person.read', id)
    return does(work, { id, version })
  },
})

export const changesLevel = (whom: string, level: Level) =>
  about(whom, 'person.set_level', (work, changing) => setLevel(work, { ...changing, level }), true)
export const givesRoles = (whom: string, ...job_roles: string[]) =>
  about(whom, 'person.set_job_roles', (work, changing) => setJobRoles(work, { ...changing, job_roles }))
export const edits = (whom: string, contact: Contact) =>
  about(whom, 'person.edit', (work, changing) => editPerson(work, { ...changing, ...contact }))
export const deactivates = (whom: string) => about(whom, 'person.deactivate', (work, { id }) => deactivate(work, id), true)
/** A switch for one person; `until` ends it. */
export const switchesFor = (whom: string, name: string, on: boolean, until: Date | null = null) =>
  about(whom, 'person.switch', (work, { id }) => setSwitch(work, { id, name, on, until: until?.toISOString() ?? null }), true)

export const editsSelf = (contact: Omit<Contact, 'email'>): Deed => ({
  action: 'person.edit_self',
  does: (work) => editSelf(work, { version: work.me.version, ...contact }),
})

/** Types in somebody of the cast, who has not registered. */
export const adds = (whom: string): Deed => ({
  action: 'person.create',
  async does(work, stage) {
    const { name, email = null, phone = null, title = null, level } = stage.player(whom)
    const { id } = await addPerson(work, { name, email, phone, title, level, job_roles: [] })
    stage.arrived(whom, id)
  },
})

/** Invites somebody of the cast, or an address. */
export const invites = (whom: string, level: Level, more: { job_roles?: string[]; message?: string } = {}): Deed => ({
  action: 'invitation.create',
  does: (work, stage) =>
    invite(work, { emails: [addressOf(stage, whom)], level, job_roles: more.job_roles ?? [], message: more.message ?? null }, stage.origin),
})
export const resends = (whom: string): Deed => ({
  action: 'invitation.edit',
  does: async (work, stage) => resend(work, await openInvitation(work, addressOf(stage, whom)), stage.origin),
})
export const revokes = (whom: string): Deed => ({
  action: 'invitation.revoke',
  does: async (work, stage) => revoke(work, await openInvitation(work, addressOf(stage, whom))),
})
const addressOf = (stage: Stage, whom: string) => (whom.includes('@') ? whom : stage.player(whom).email!)
async function openInvitation(work: Work, email: string) {
  const [row] = await work.list('invitation.read', (all) => all.where('email', '=', email).where('state', '=', 'open'))
  if (!row) throw new Error(`The demo's story went wrong: no invitation to ${email} is open.`)
  return row.id
}

export const switches = (changed: Record<string, boolean>): Deed => ({
  action: 'switch.edit',
  alone: true,
  does: (work) => editSwitches(work, { version: work.agency.version, switches: changed }),
})
export const preferences = (changed: { name?: string; colour?: string; zone?: string }): Deed => ({
  action: 'preferences.edit',
  does: (work) => editAgency(work, { version: work.agency.version, ...changed }),
})
