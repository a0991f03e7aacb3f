// Leaving the team: what an Account Administrator or a Standard User may end themselves. The Account Owner hands the position over first.
import { endAccess } from '#core/people/rights.ts'
import type { StaffingWork } from '../portal.ts'

export async function leave(work: StaffingWork) {
  const me = await work.load('person.leave', work.me.id)
  return endAccess(work, me, () => work.change('person.leave', me, { status: 'deactivated' }))
}
