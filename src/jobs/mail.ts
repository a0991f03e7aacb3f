// How letters leave: by SMTP, into the demo's room, or not at all until a mail server is set.
import nodemailer from 'nodemailer'
import type { Pool } from '#db/pools.ts'

export type Leaving = {
  id: string
  to: string
  subject: string
  html: string
  text: string
  /** When it was written, which may be long before it leaves. */
  at: Date
}
export type Deliver = (letter: Leaving) => Promise<void>

export function bySmtp(url: string, from: string): Deliver {
  const transport = nodemailer.createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as never)
  return async ({ id, to, at, ...letter }) => {
    // The address is given as one object, never as text to be parsed: one recipient, whatever it spells.
    await transport.sendMail({ from, to: { name: '', address: to }, messageId: `<${id}@rolecall>`, date: at, ...letter })
  }
}

export const intoTheRoom =
  (pool: Pool): Deliver =>
  async ({ id, to, subject, html, text, at }) => {
    const values = [id, 'mail', to, subject, html, text, at]
    await pool.query(
      'insert into post.room (id, channel, recipient, subject, html, text, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing',
      values,
    )
  }

export const nowhere: Deliver = async () => {
  throw new Error('No mail server is set. Set SMTP_URL and start again; this letter waits.')
}
