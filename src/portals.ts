// The rooms of the house: one line each. A third portal is a folder, and a line here.
import type { Portal } from '#core/portal.ts'
import type { Kind } from '#db/tables.ts'
import { mediaDemo } from '#portals/media/demo.ts'
import { mediaPortal } from '#portals/media/portal.ts'
import { staffingApi } from '#portals/staffing/api.ts'
import { staffingContract } from '#portals/staffing/contract.ts'
import { staffingDemo } from '#portals/staffing/demo.ts'
import { staffingPortal } from '#portals/staffing/portal.ts'

export const portals: Record<Kind, Portal> = { media: mediaPortal, staffing: staffingPortal }
/** What `--demo` opens, in the order of the sign-in page. */
export const demos = [staffingDemo, mediaDemo]
export const roomContracts = { ...staffingContract }
export const roomApis = { ...staffingApi }
