// Checked by the compiler alone: an operation without a row of the policy, or with one that is not there, is not a program.

import type { CoreAction } from '#core/actions.ts'
import { doors } from '#core/contract.ts'
import type { StaffingAction } from '#portals/staffing/policy.ts'

const { action, alone, open, stream } = doors<CoreAction>()
export const good = [
  action('person.list', 'GET', '/good'),
  alone('person.set_level', 'PUT', '/good'),
  stream('agency.read', '/good'),
  open('Anybody may.', 'GET', '/good'),
]

// @ts-expect-error: no action
export const nobodyDecides = action('GET', '/nobody-decides')
// @ts-expect-error: no such row in the table
export const unknownRow = action('person.fly', 'GET', '/unknown-row')
// @ts-expect-error: a row of one room is not a row of core
export const ofTheRoom = action('agency.transfer', 'POST', '/of-the-room')
export const inTheRoom = doors<StaffingAction>().alone('agency.transfer', 'POST', '/in-the-room')
// @ts-expect-error: a misspelled row of the room
export const misspelled = doors<StaffingAction>().alone('agency.transfre', 'POST', '/misspelled')
// @ts-expect-error: what is open says why
export const openWithoutReason = open('GET', '/open')
