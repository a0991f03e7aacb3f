import type { Pool } from '#db/pools.ts'

type Kept = { id: string; channel: 'mail' | 'sms'; recipient: string; subject: string; html: string; text: string; at: Date }

/** Everything that would have left, newest first. */
export async function readRoom(room: Pool, { recipient, most }: { recipient?: string | undefined; most: number }): Promise<Kept[]> {
  const text = 'select * from post.room where $1::text is null or recipient = $1 order by at desc, id desc limit $2'
  return (await room.query<Kept>(text, [recipient ?? null, most])).rows
}
