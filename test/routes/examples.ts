// One good input for every operation, and what it is about. An operation without an example fails the suite: write one with it.
import type { Kind } from '#db/tables.ts'
import type { Row, Stage } from './stage.ts'

export type Example = {
  /** What is loaded to be acted on; `me` is whoever asks. Nothing: the operation has no record. */
  about?: 'person' | 'invitation' | 'agency' | 'me'
  /** It only asks to see the record: its own row of the policy is decided without one. */
  seesOnly?: true
  /** It opens a section: decided for no record in particular. */
  enters?: true
  input?: (at: Stage, about: Row) => Record<string, unknown>
  /** What the policy is told about the values that would be written. */
  // biome-ignore lint/suspicious/noExplicitAny: every operation has an input of its own
  given?: (input: any, at: Stage) => string | Record<string, unknown>
  /** Reasons that are not the policy's: what is so forbids it. */
  also?: string[]
}
const byId = (_: Stage, { id }: Row) => ({ id })
const versioned =
  (values: object) =>
  (_: Stage, { id, version }: Row) => ({ id, version, ...values })
const level = ({ level }: { level: string }) => ({ level })
const switchOf: Record<Kind, string> = { media: 'orders', staffing: 'talent_export' }
const invitable: Record<Kind, string> = { media: 'contractor', staffing: 'standard' }
let fresh = 0

/** The other level of the same side, so that it always is a change. */
const otherLevel = (_: Stage, { level }: Row) =>
  ({
    administrator: 'standard',
    standard: 'administrator',
    talent: 'standard',
    admin: 'staff',
    staff: 'contractor',
    contractor: 'staff',
    agent: 'staff',
  })[level as string]

export const examples: Record<string, Example> = {
  'agency.me': { enters: true },
  'agency.get': {},
  'agency.edit': { about: 'agency', input: (_, { version }) => ({ version, name: 'Harbor East' }) },
  'people.list': { enters: true, input: () => ({ tab: 'team', sort: 'name', search: 'a' }) },
  'people.count': { enters: true, input: () => ({ search: 'a' }) },
  'people.get': { about: 'person', input: byId },
  'people.add': {
    input: ({ slug, kind }) => ({
      name: 'Nina',
      email: `nina${fresh++}@${slug}.example`,
      phone: null,
      title: null,
      level: kind === 'staffing' ? 'talent' : 'agent',
    }),
    given: level,
  },
  'people.edit': { about: 'person', input: versioned({ title: 'Night shift' }) },
  'people.editSelf': { about: 'me', input: (_, { version }) => ({ version, title: 'Early shift' }) },
  'people.here': { about: 'me' },
  'people.setLevel': {
    about: 'person',
    input: (at, row) => ({ id: row.id, version: row.version, level: otherLevel(at, row) }),
    given: level,
    also: ['person_deactivated', 'admin.last'],
  },
  'people.previewLevel': {
    about: 'person',
    input: (at, row) => ({ id: row.id, level: otherLevel(at, row) }),
    given: level,
    also: ['person_deactivated'],
  },
  'people.setJobRoles': {
    about: 'person',
    input: (at, { id, version }) => ({ id, version, job_roles: at.kind === 'media' ? ['Photo Editor'] : [] }),
  },
  'people.setSwitch': { about: 'person', input: ({ kind }, { id }) => ({ id, name: switchOf[kind], on: false }), also: ['switch_unknown'] },
  'people.deactivate': { about: 'person', input: byId, also: ['admin.last'] },
  'people.restore': { about: 'person', input: byId },
  'people.endSessions': { about: 'person', input: byId },
  'people.sendReset': { about: 'person', input: byId, also: ['not_registered', 'no_address'] },
  'invitations.list': { enters: true, input: () => ({ state: 'all' }) },
  'invitations.create': {
    input: ({ slug, kind }) => ({ emails: [`noor${fresh++}@${slug}.example`], level: invitable[kind], job_roles: [], message: 'Welcome' }),
    given: level,
  },
  'invitations.edit': {
    about: 'invitation',
    input: ({ kind }, { id, version }) => ({ id, version, level: invitable[kind] }),
    given: level,
    also: ['invitation_revoked'],
  },
  'invitations.resend': { about: 'invitation', input: byId, also: ['invitation_revoked'] },
  'invitations.revoke': { about: 'invitation', input: byId, also: ['invitation_revoked'] },
  'switches.list': {},
  'switches.preview': { input: ({ kind }) => ({ version: 1, switches: { [switchOf[kind]]: false } }) },
  'switches.edit': { about: 'agency', input: ({ kind }, { version }) => ({ version, switches: { [switchOf[kind]]: false } }) },
  'audit.list': {
    enters: true,
    input: (at, _) => ({ actor: at.person.one, thing: at.person.other, act: 'person.set_level', decision: 'refused' }),
  },
  'audit.check': { enters: true },
  'permissions.matrix': {},
  'permissions.ofPerson': { about: 'person', input: byId },
  'permissions.explain': { about: 'person', seesOnly: true, input: (_, { id }) => ({ action: 'person.edit', id }) },
  'letters.waiting': { enters: true },
  'live.changes': { enters: true },
  'leaving.leave': { about: 'me', also: ['transfer_ownership_first'] },
  'owner.get': {},
  'owner.transfer': {
    about: 'agency',
    input: ({ person }) => ({ to: person.one }),
    given: ({ to }) => to, // the person it names
  },
}
