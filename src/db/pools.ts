// One pool per hat: who a connection is, is said when it is made, so no query can run as anybody else.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { administrator } from './postgres.ts'
import type { Tables } from './tables.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type Hat = 'app' | 'login' | 'jobs' | 'live'
export type Pool = pg.Pool

const schemas: Record<Hat, string> = { app: 'rolecall', login: 'login', jobs: 'jobs,post,rolecall', live: 'rolecall' }
const limits = '-c statement_timeout=5s -c idle_in_transaction_session_timeout=10s -c lock_timeout=4s'

/** How a connection with this hat is made: for a pool, a listener, or a library that makes its own. */
export const wearing = (url: string, hat: Hat) => ({
  connectionString: asHat(url, hat),
  options: `-c role=rolecall_${hat} -c search_path=${schemas[hat]} ${limits}`,
  application_name: `rolecall_${hat}`,
  connectionTimeoutMillis: 2000,
  query_timeout: 7000, // longer than PostgreSQL's own limits: this one ends only what was never answered
  keepAlive: true,
})

/** A pool of connections that wear this hat. */
export function openPool(url: string, hat: Hat, max = 10): Pool {
  const pool = new pg.Pool({ ...wearing(url, hat), max, pipeline: true } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection that is lost is replaced; unheard, it would end the program
  pool.on('connect', (client) => client.on('error', () => {})) // and so would one that is lost at work: its query says so
  return pool
}

/** In our own PostgreSQL every hat logs in by itself and can be nobody else; in yours, whoever DATABASE_URL names puts it on. */
const asHat = (url: string, hat: Hat) => url.replace(`//${administrator}@`, `//rolecall_${hat}@`)

/** Our own PostgreSQL by the login that is nobody until it puts on a hat: as a second program would enter yours. */
export const asServer = (url: string) => url.replace(`//${administrator}@`, '//rolecall_server@')

/** The query builder over a whole pool, for what is not a work: Better Auth, jobs, the start. */
export const queries = <Schema = Tables>(pool: Pool) => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
