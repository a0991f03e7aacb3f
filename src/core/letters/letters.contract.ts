import { z } from 'zod'
import type { CoreAction } from '../actions.ts'
import { doors } from '../contract.ts'
import { Id, When } from '../shapes.ts'

const { action } = doors<CoreAction>()
export const lettersContract = {
  waiting: action('outbox.read', 'GET', '/letters/waiting')
    .route({ summary: 'List mail that has not left yet' })
    .output(
      z.array(
        z.object({ id: Id, recipient: z.string(), subject: z.string(), since: When, attempts: z.int(), problem: z.string().nullable() }),
      ),
    ),
}
