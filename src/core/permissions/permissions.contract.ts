import { z } from 'zod'
import type { CoreAction } from '../actions.ts'
import { doors, Refused } from '../contract.ts'
import { Id } from '../shapes.ts'

const { action } = doors<CoreAction>()
const Cell = z.object({ level: z.string(), words: z.string(), kind: z.enum(['yes', 'no', 'condition']) })
export const permissionsContract = {
  matrix: action('permission.read', 'GET', '/permissions')
    .route({ summary: 'See the rules in force, per level' })
    .output(
      z.object({
        levels: z.array(z.object({ name: z.string(), title: z.string() })),
        rows: z.array(
          z.object({
            action: z.string(),
            area: z.string(),
            can: z.string(),
            source: z.string().nullable(),
            cells: z.array(Cell),
            refusals: z.record(z.string(), z.object({ status: z.int(), code: z.string(), message: z.string() })),
          }),
        ),
      }),
    ),
  ofPerson: action('person.read', 'GET', '/people/{id}/permissions')
    .route({ summary: 'See what one person may do, and why' })
    .input(z.strictObject({ id: Id }))
    .output(
      z.array(
        z.object({ action: z.string(), area: z.string(), can: z.string(), kind: z.enum(['yes', 'no', 'condition']), words: z.string() }),
      ),
    ),
  explain: action('agency.read', 'GET', '/permissions/explanation')
    .route({ summary: 'Ask why not, and who can' })
    .input(z.strictObject({ action: z.string().max(60), id: Id.optional() }))
    .output(Refused.extend({ allowed: z.boolean() })),
}
