import type { Kernel } from '../kernel.ts'
import { ok } from '../shapes.ts'
import { endSessionsOf, sendResetTo, signOutIfNowhere } from '../sign-in/sign-in.ts'
import { countPeople, listPeople } from './list-people.ts'
import { addPerson, editPerson, editSelf, getPerson, setJobRoles, shown } from './people.ts'
import { deactivate, previewLevel, restore, setLevel, setSwitch } from './rights.ts'

export const peopleApi = ({ people }: Kernel) => ({
  list: people.list.handler(async ({ context: { work }, input }) => {
    const { people, next } = await listPeople(work, input)
    return { people: people.map((person) => shown(work, person)), next }
  }),
  count: people.count.handler(async ({ context: { work }, input }) => {
    const mayInvite = work.portal.policy.ever(work.me, 'invitation.read') === null
    const invitations = mayInvite ? await work.count('invitation.read', 10_000, (rows) => rows.where('state', '=', 'open')) : 0
    return { ...(await countPeople(work, input.search)), invitations }
  }),
  get: people.get.handler(({ context, input }) => getPerson(context.work, input.id)),
  add: people.add.handler(({ context, input }) => addPerson(context.work, input)),
  edit: people.edit.handler(({ context, input }) => editPerson(context.work, input)),
  editSelf: people.editSelf.handler(({ context, input }) => editSelf(context.work, input)),
  here: people.here.handler(async ({ context: { work } }) => {
    work.require('person.edit_self', work.me)
    await work.seen()
    return ok
  }),
  setLevel: people.setLevel.handler(({ context, input }) => setLevel(context.work, input)),
  previewLevel: people.previewLevel.handler(({ context, input }) => previewLevel(context.work, input.id, input.level)),
  setJobRoles: people.setJobRoles.handler(({ context, input }) => setJobRoles(context.work, input)),
  setSwitch: people.setSwitch.handler(({ context, input }) => setSwitch(context.work, input)),
  deactivate: people.deactivate.handler(async ({ context, input }) => {
    const person = await deactivate(context.work, input.id)
    signOutIfNowhere(context, person)
    return shown(context.work, person)
  }),
  restore: people.restore.handler(({ context, input }) => restore(context.work, input.id)),
  endSessions: people.endSessions.handler(({ context, input }) => endSessionsOf(context, input.id)),
  sendReset: people.sendReset.handler(({ context, input }) => sendResetTo(context, input.id)),
})
