// What the database forbids is a refusal too. One place turns its words into ours.
import { badInput, cannot, conflict, databaseAway, portalNameTaken, Refusal } from '../errors.ts'

type DatabaseError = { code?: string; constraint?: string; message?: string }
const away = /^(08|57P0|53300|55P03|ECONN|EPIPE|ENOENT|ETIMEDOUT)/

const said: Record<string, () => Refusal> = {
  owner_is_active_administrator: () =>
    conflict('transfer_ownership_first', 'The Account Owner stays an active Account Administrator. Choose a new Account Owner first.'),
  person_email_once: () => conflict('already_member', 'Somebody with this e-mail address is in the agency already.'),
  person_login_once: () => conflict('already_member', 'You are in this agency already.'),
  invitation_open_once: () => conflict('already_invited', 'An invitation to this address is open already.'),
  directory_slug_pk: portalNameTaken,
  person_client_has_no_roles: () => cannot('role.staff_only', 'Job roles are for the team. Agents and talent have none.'),
}

/** The constraint's own name; a distributed database adds the shard's number, and another node hides it in the message. */
function constraintOf({ constraint, message = '' }: DatabaseError) {
  return (constraint ?? /constraint "([^"]+)"/.exec(message)?.[1] ?? '').replace(/_\d+$/, '')
}

export function spoken(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const known = said[constraintOf(error as DatabaseError)]
  if (known) return known()
  const { code = '' } = error as DatabaseError
  if (code.startsWith('22')) return badInput('bad_input', 'A value has a form that cannot be kept. Check what you sent.')
  if (away.test(code) || isLost(error)) return databaseAway()
  return error
}

/** The connection is gone, or has fallen silent: nothing more can be asked on it. */
export const isLost = (error: unknown) =>
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable/.test((error as Error)?.message ?? '')
