import type { Kernel } from '../kernel.ts'
import { editSwitches, listSwitches, previewSwitches } from './switches.ts'

export const switchesApi = ({ switches }: Kernel) => ({
  list: switches.list.handler(({ context }) => listSwitches(context.work)),
  preview: switches.preview.handler(({ context, input }) => previewSwitches(context.work, input)),
  edit: switches.edit.handler(({ context, input }) => editSwitches(context.work, input)),
})
