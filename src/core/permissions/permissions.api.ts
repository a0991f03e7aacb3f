import type { Kernel } from '../kernel.ts'
import { explain, matrix, permissionsOf } from './permissions.ts'

export const permissionsApi = ({ permissions }: Kernel) => ({
  matrix: permissions.matrix.handler(({ context }) => matrix(context.work)),
  ofPerson: permissions.ofPerson.handler(({ context, input }) => permissionsOf(context.work, input.id)),
  explain: permissions.explain.handler(({ context, input }) => explain(context.work, input.action, input.id)),
})
