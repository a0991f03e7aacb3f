import type { Kernel } from '../kernel.ts'

export const lettersApi = ({ letters }: Kernel) => ({
  waiting: letters.waiting.handler(async ({ context: { work } }) => {
    const rows = await work.list('outbox.read', (all) => all.where('outbox.sent_at', 'is', null).orderBy('outbox.created_at').limit(100))
    return rows.map(({ id, recipient, subject, created_at, attempts, problem }) => ({
      id,
      recipient,
      subject,
      since: created_at,
      attempts,
      problem,
    }))
  }),
})
