// The whole house: database, roles, sign-in, works, live updates, jobs, HTTP. Opened by main.ts and by every test.
import path from 'node:path'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { pino } from 'pino'
import { coreApi, openApi } from '#core/api.ts'
import { databaseAway } from '#core/errors.ts'
import type { Letter } from '#core/letters/letter.ts'
import { type LoginTables, makeAuth } from '#core/sign-in/auth.ts'
import { livingSessions } from '#core/sign-in/session.ts'
import { newId } from '#core/work/trail.ts'
import { worksOf } from '#core/work/works.ts'
import { openPool, queries } from '#db/pools.ts'
import { startJobs } from '#jobs/jobs.ts'
import { bySmtp, type Deliver, intoTheRoom, nowhere } from '#jobs/mail.ts'
import { makeApp } from '#server/app.ts'
import { checkRoutes } from '#server/every-route.ts'
import { watchChanges } from '#server/live.ts'
import { filesOf } from '#server/static.ts'
import { demoApi } from './demo/demo.api.ts'
import { demos, portals, roomApis } from './portals.ts'

type HouseConfig = {
  database: string
  url: string
  secrets: readonly string[]
  demo?: boolean
  smtp?: string
  mailFrom?: string
  trustedProxies?: number
  logLevel?: string
  listen?: boolean
  deliver?: Deliver
}
export type House = Awaited<ReturnType<typeof openHouse>>

export async function openHouse(config: HouseConfig) {
  checkRoutes(coreApi, Object.values(portals))
  checkRoutes({ ...coreApi, ...roomApis }, Object.values(portals), 'some')
  checkRoutes(openApi, [])
  // To stderr: on stdout stands one line, the address.
  const log = pino({ level: config.logLevel ?? 'info', serializers: { err: plainError } }, pino.destination(2))
  const pools = {
    app: openPool(config.database, 'app'),
    login: openPool(config.database, 'login', 4),
    door: openPool(config.database, 'login', 4), // signing up holds a connection while its password waits to be hashed: none that a visit needs
    jobs: openPool(config.database, 'jobs', 3),
    live: openPool(config.database, 'live', 2),
  }
  const logins = queries<LoginTables>(pools.login)
  const post = async ({ to, subject, html, text }: Letter) => {
    await pools.login.query('insert into post.letter (id, recipient, subject, body) values ($1, $2, $3, $4)', [
      newId(),
      to,
      subject,
      JSON.stringify({ html, text }),
    ])
    jobs.relay()
  }
  const deliver =
    config.deliver ??
    (config.demo
      ? intoTheRoom(pools.jobs)
      : config.smtp
        ? bySmtp(config.smtp, config.mailFrom ?? 'Rolecall <rolecall@localhost>')
        : nowhere)
  // Letters of a job are relayed within a second, so its works wake nobody.
  const jobs = await startJobs({ pools, works: worksOf(pools.app, portals), deliver, log })
  const live = watchChanges(pools.live, (sessions) => livingSessions(logins, sessions), { listen: config.listen })
  const works = worksOf(pools.app, portals, (atOnce) => {
    live.wake(atOnce)
    jobs.relay()
  })
  const auth = makeAuth({ db: queries<LoginTables>(pools.door), secret: config.secrets[0]!, origin: config.url, post })
  const app = makeApp({
    works,
    auth,
    logins,
    live,
    log,
    origin: config.url,
    demo: config.demo ?? false,
    secrets: config.secrets,
    trustedProxies: config.trustedProxies ?? 0,
    api: { ofAgency: { ...coreApi, ...roomApis }, open: config.demo ? { ...openApi, demo: demoApi(pools.jobs, demos) } : openApi, log },
    files: filesOf(path.resolve(import.meta.dirname, '../dist/web')),
    async ready() {
      await Promise.all([pools.app, pools.login].map((pool) => pool.query('select 1'))).catch(() => {
        throw databaseAway()
      })
    },
  })
  return {
    app,
    origin: config.url,
    works,
    auth,
    logins,
    live,
    jobs,
    pools,
    log,
    /** Lets running requests finish, ends live streams, then closes the doors from the outside in. */
    async close(server?: ReturnType<typeof serve>) {
      await live.stop()
      if (server) await new Promise<void>((closed) => server.close(() => closed()))
      await jobs.stop()
      for (const pool of Object.values(pools)) await pool.end()
    },
  }
}

/** Listens on the port; resolves once requests are taken. */
export function listen(app: Hono<never> | House['app'], port: number, hostname?: string) {
  return new Promise<ReturnType<typeof serve>>((listening, failed) => {
    const server = serve({ fetch: app.fetch as never, port, ...(hostname && { hostname }) }, () => listening(server))
    server.once('error', failed)
  })
}

/** The sentence, the code and where: never the connection, the statement's values or the password in it. */
function plainError(error: unknown) {
  const { name, message, code, stack } = error as Error & { code?: string }
  return { name, message, code, stack }
}
