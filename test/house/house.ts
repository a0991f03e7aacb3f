// A real house for every test file: real PostgreSQL, real HTTP handlers, and a room where every letter that left can be read.
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { openPool } from '#db/pools.ts'
import { intoTheRoom, type Leaving } from '#jobs/mail.ts'
import { openHouse } from '../../src/house.ts'
import { watch } from '../walls/statements.ts'

export type TestHouse = Awaited<ReturnType<typeof openTestHouse>>
export const origin = 'http://localhost:3000'
export const secret = 'a secret of the tests, long enough to be taken'

export async function openTestHouse(more: Partial<Parameters<typeof openHouse>[0]> = {}) {
  const database = more.database ?? inject('databaseUrl')
  const room = openPool(database, 'jobs', 1)
  const house = await openHouse({
    database,
    url: origin,
    secrets: [secret],
    logLevel: 'silent',
    deliver: intoTheRoom(room),
    trustedProxies: 1,
    ...more,
  })
  const watched = watch(house.pools.app)

  /** What was written to an address, oldest first, whether it has left or waits in line. Houses of one database share their jobs. */
  async function lettersTo(address: string): Promise<Leaving[]> {
    const waiting = (table: string) =>
      `select id, recipient, subject, body->>'html', body->>'text' from ${table} where recipient = $1 and body->>'text' <> ''`
    const text = `select id, recipient as "to", subject, html, text from post.room where recipient = $1
      union select * from (${waiting('rolecall.outbox')} union ${waiting('post.letter')}) as waits order by id`
    return (await room.query<Leaving>(text, [address])).rows
  }
  /** Waits for the newest letter to an address: jobs run in their own time. */
  async function letterTo(address: string, about = /./) {
    for (let i = 0; i < 200; i++) {
      const found = (await lettersTo(address)).findLast(({ subject }) => about.test(subject))
      if (found) return found
      await wait(50)
    }
    throw new Error(`No letter to ${address} in ten seconds.`)
  }
  return {
    ...house,
    database,
    lettersTo,
    letterTo,
    /** Every statement of a work, read as it is sent. */
    watched,
    async close(server?: Parameters<typeof house.close>[0]) {
      await house.close(server)
      await room.end()
      if (watched.wrong.length) throw new Error(`A statement does not say whose rows it means: ${watched.wrong.join('\n')}`)
    },
  }
}
