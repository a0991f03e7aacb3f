// From the rows where letters wait, to the queue, to the mail server. The row says how it went, so an Admin can see it.
import type { PgBoss } from 'pg-boss'
import type { Pool } from '#db/pools.ts'
import type { LetterBody } from '#db/tables.ts'
import type { Deliver } from './mail.ts'

/** An agency's letter, or one of sign-in's, which belongs to no agency. */
type Address = { agency_id: string | null; id: string }
type Waiting = Address & { recipient: string; subject: string; body: LetterBody; created_at: Date; sent_at: Date | null }
const some = 100

/** Marked and queued in one transaction: a crash in between leaves the row to the next round, and none is queued twice. */
export async function relayLetters(pool: Pool, boss: PgBoss) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const of = (table: string, agency: string) =>
      `update ${table} set relayed_at = now() where id in (select id from ${table} where relayed_at is null order by created_at limit ${some} for update skip locked) and relayed_at is null returning ${agency} as agency_id, id`
    const taken = [
      ...(await client.query<Address>(of('rolecall.outbox', 'agency_id'))).rows,
      ...(await client.query<Address>(of('post.letter', 'null'))).rows,
    ]
    const db = { executeSql: (text: string, values: unknown[]) => client.query(text, values) }
    for (const address of taken) await boss.send('letter', address, { db: db as never })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Sends one letter. What was sent keeps its recipient and subject, and loses its body: links in it open doors. */
export async function sendLetter(pool: Pool, deliver: Deliver, { agency_id, id }: Address) {
  const [table, mine] = agency_id ? ['rolecall.outbox', 'agency_id = $2 and id = $1'] : ['post.letter', 'id = $1 and $2::uuid is null']
  const { rows } = await pool.query<Waiting>(`select * from ${table} where ${mine}`, [id, agency_id])
  const letter = rows[0]
  if (!letter || letter.sent_at) return
  try {
    await deliver({ id, to: letter.recipient, subject: letter.subject, at: letter.created_at, ...letter.body })
    await pool.query(`update ${table} set sent_at = now(), problem = null, body = '{"html":"","text":""}' where ${mine}`, [id, agency_id])
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 300) : 'The mail server did not answer.'
    await pool.query(`update ${table} set attempts = attempts + 1, problem = $3 where ${mine}`, [id, agency_id, problem])
    throw error
  }
}
