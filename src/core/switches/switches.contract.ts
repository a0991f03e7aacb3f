import { z } from 'zod'
import type { CoreAction } from '../actions.ts'
import { SwitchInfo } from '../agencies/agencies.contract.ts'
import { doors } from '../contract.ts'
import { Can, Id, Version } from '../shapes.ts'

const { action, alone } = doors<CoreAction>()
const Switches = z.strictObject({ version: Version, switches: z.record(z.string().max(60), z.boolean()) })
/** Who would gain and who would lose what, with the number of people, before it is saved. */
const Effect = z.object({
  switch: z.string(),
  says: z.string(),
  on: z.boolean(),
  people: z.array(z.object({ id: Id, name: z.string() })),
  more: z.int(),
  gains: z.array(z.string()),
  losses: z.array(z.string()),
})

export const switchesContract = {
  list: action('switch.read', 'GET', '/switches')
    .route({ summary: 'List switches and whom they differ for' })
    .output(
      z.object({
        version: Version,
        switches: z.array(
          SwitchInfo.extend({
            now: z.boolean(),
            exceptions: z.array(z.object({ id: Id, name: z.string(), on: z.boolean(), until: z.string().nullable() })),
          }),
        ),
        can: Can,
      }),
    ),
  preview: action('switch.edit', 'POST', '/switches/preview')
    .route({ summary: 'See who would gain and lose what' })
    .input(Switches)
    .output(z.array(Effect)),
  edit: alone('switch.edit', 'PUT', '/switches')
    .route({ summary: 'Switch things on or off for everybody' })
    .input(Switches)
    .output(z.object({ version: Version })),
}
