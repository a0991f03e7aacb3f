import type { Kernel } from '../kernel.ts'
import { checkChain, listActivity } from './audit.ts'

export const auditApi = ({ audit }: Kernel) => ({
  list: audit.list.handler(({ context, input }) => listActivity(context.work, input)),
  check: audit.check.handler(({ context }) => checkChain(context.work)),
})
