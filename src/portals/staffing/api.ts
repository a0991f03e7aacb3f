import { kernel } from './kernel.ts'
import { leavingApi } from './leaving/leaving.api.ts'
import { ownerApi } from './owner/owner.api.ts'

export const staffingApi = kernel.router({ leaving: leavingApi(kernel), owner: ownerApi(kernel) })
