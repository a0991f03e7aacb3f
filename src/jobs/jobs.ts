// Later, again, every night. What must happen is a row before it is a job: the relay hands each row over once, also after a crash.
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Works } from '#core/work/works.ts'
import type { Pool } from '#db/pools.ts'
import { warnOfEndings } from './ending.ts'
import { relayLetters, sendLetter } from './letters.ts'
import type { Deliver } from './mail.ts'
import { prune } from './prune.ts'

type Jobs = { relay(): void; stop(): Promise<void> }
/** Waits between tries of a letter: half a minute, doubling to at most five, for more than three days. A try that was cut off counts as failed after two. */
const patience = { retryLimit: 1000, retryDelay: 30, retryBackoff: true, retryDelayMax: 300, expireInSeconds: 120 }

type Doing = { pools: { jobs: Pool; login: Pool }; works: Pick<Works, 'asGuest'>; deliver: Deliver; log: Logger }

export async function startJobs({ pools, works, deliver, log }: Doing, every = 1000): Promise<Jobs> {
  const pool = pools.jobs
  const boss = new PgBoss({
    ...(pool.options as object),
    max: 3,
    schema: 'jobs',
    createSchema: false,
    application_name: 'rolecall_jobs',
  } as never)
  boss.on('error', (error) => log.warn({ err: error }, 'jobs wait for the database'))
  await boss.start()
  await boss.createQueue('letter', { policy: 'standard', ...patience })
  await boss.updateQueue('letter', patience) // one that was made by an earlier version learns it too
  await boss.createQueue('prune')
  await boss.schedule('prune', '17 3 * * *')
  await boss.createQueue('ending')
  await boss.schedule('ending', '*/5 * * * *')
  await boss.work('letter', { pollingIntervalSeconds: 1, batchSize: 5 }, async (jobs) => {
    // Side by side, and each fails for itself: a letter that nobody takes holds up no other.
    const fails = (id: string) => (error: Error) => boss.fail('letter', id, { message: error.message })
    await Promise.all(jobs.map((job) => sendLetter(pool, deliver, job.data as never).catch(fails(job.id))))
  })
  await boss.work('prune', { pollingIntervalSeconds: 60 }, () => prune(pools))
  await boss.work('ending', { pollingIntervalSeconds: 60 }, () => warnOfEndings(pool, works))

  let busy: Promise<unknown> | undefined
  const relay = () => {
    busy ??= relayLetters(pool, boss)
      .catch((error) => log.warn({ err: error }, 'letters wait for the database'))
      .finally(() => {
        busy = undefined
      })
  }
  const timer = setInterval(relay, every)
  relay()
  return {
    relay,
    async stop() {
      clearInterval(timer)
      await busy
      await boss.stop({ graceful: true, timeout: 5000 })
    },
  }
}
