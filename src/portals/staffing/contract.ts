import { leavingContract } from './leaving/leaving.contract.ts'
import { ownerContract } from './owner/owner.contract.ts'

export const staffingContract = { leaving: leavingContract, owner: ownerContract }
