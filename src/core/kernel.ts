// Where core's contract meets its handlers: every procedure below passes the guard.
import { implement } from '@orpc/server'
import { coreContract, openContract } from './contracts.ts'
import { guard, type Visit } from './guard.ts'

export const kernel = implement(coreContract).$context<Visit>().use(guard())
export const openKernel = implement(openContract).$context<Visit>().use(guard())
export type Kernel = typeof kernel
export type OpenKernel = typeof openKernel
