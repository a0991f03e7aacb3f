export type WhoCan = { id?: string; name?: string; title: string; seen?: string | null }
/** What is answered when something is not done: a sentence, a stable code, the action, who can, and which fields are wrong. */
export type Said = { code: string; message: string; action?: string; whoCan?: WhoCan[]; fields?: Record<string, string>; current?: unknown }
type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503

/** Something is not done, and somebody is told why. Everything else that throws is a bug. */
export class Refusal extends Error {
  readonly status: RefusalStatus
  readonly said: Said
  /** The record that was seen and not touched, for the audit and for "who can". */
  readonly about: object | undefined
  /** The values that were about to be written. */
  readonly given: Record<string, unknown> | undefined
  constructor(status: RefusalStatus, said: Said, about?: object, given?: Record<string, unknown>) {
    super(said.message)
    this.status = status
    this.said = said
    this.about = about
    this.given = given
  }
}

type Refused = { code: string; message: string; action: string; whoCan: readonly string[] }

/** Most of what the table refuses is forbidden (403); these are refused because of what is so, or of what was asked for. */
const statusOf: Record<string, RefusalStatus> = {
  not_found: 404,
  transfer_ownership_first: 409,
  use_ownership_transfer: 422,
  level_unknown: 422,
  new_owner_must_be_administrator: 422,
  already_account_owner: 409,
  already_talent: 409,
  already_member: 409,
  'role.staff_only': 422,
}
/** A refusal in the policy's words, about the record that was seen. */
export const forbidden = (no: Refused, about?: object, given?: Record<string, unknown>) => {
  const { code, message, action, whoCan } = no
  return new Refusal(statusOf[code] ?? 403, { code, message, action, whoCan: whoCan.map((title) => ({ title })) }, about, given)
}

const say =
  (status: RefusalStatus) =>
  (code: string, message: string, more: Partial<Said> = {}) =>
    new Refusal(status, { code, message, ...more })

export const badInput = say(400)
export const conflict = say(409)
export const portalNameTaken = () => conflict('portal_name_taken', 'That address is taken. Choose another one.')
export const gone = say(410)
export const cannot = say(422)
export const tooMany = say(429)
export const signedOut = () => say(401)('signed_out', 'Sign in to go on.')
export const deactivated = () => say(401)('deactivated', 'You are no longer active in this agency.')
export const notFound = (noun = 'page') => say(404)('not_found', `There is no such ${noun}.`)
export const changedMeanwhile = (who: string | null, current: unknown) =>
  conflict('changed_meanwhile', `${who ?? 'Somebody'} changed this a moment ago.`, { current })
export const databaseAway = () => say(503)('database_away', 'The database does not answer right now. Try again in a few seconds.')
