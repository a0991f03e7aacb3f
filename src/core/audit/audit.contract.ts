import { z } from 'zod'
import type { CoreAction } from '../actions.ts'
import { doors } from '../contract.ts'
import { Id, Page, When } from '../shapes.ts'

const { action } = doors<CoreAction>()
const AuditEntry = z.object({
  seq: z.int(),
  at: When,
  actor: z.object({ id: Id, name: z.string(), level: z.string() }).nullable(),
  action: z.string(),
  /** The action in words: "can …" of its row in the policy. */
  says: z.string(),
  decision: z.enum(['allowed', 'refused']),
  noun: z.string(),
  thing: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  details: z.record(z.string(), z.unknown()),
  /** Where it came from: an IPv4 address or an IPv6 network; null when nobody asked from anywhere, or nobody wrote it down yet. */
  source: z.string().nullable(),
  hash: z.string(),
})
export const auditContract = {
  list: action('audit.read', 'GET', '/activity')
    .route({ summary: 'List who did what to whom' })
    .input(
      z.strictObject({
        ...Page,
        after: z
          .string()
          .regex(/^\d{1,15}$/, 'This page of the list does not exist. Begin at the first one.')
          .optional(),
        actor: Id.optional(),
        thing: Id.optional(),
        act: z.string().max(60).optional(),
        decision: z.enum(['allowed', 'refused']).optional(),
        from: z.iso.date().optional(),
        until: z.iso.date().optional(),
      }),
    )
    .output(z.object({ entries: z.array(AuditEntry), next: z.string().nullable() })),
  check: action('audit.read', 'GET', '/activity/chain')
    .route({ summary: 'Check the hash chain' })
    .output(z.object({ rows: z.int(), bad: z.object({ seq: z.int(), why: z.string() }).nullable() })),
}
