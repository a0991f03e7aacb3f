// Whose request is it? The cookie's signature is checked here, its session in the database: one indexed read, never cached.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type LoginTables, sessionCookie } from './auth.ts'
import { hashToken, isHash } from './hashed-sessions.ts'

export type Login = { id: string; name: string; email: string; proven: boolean; session: string }

/** The session's token, or '' when there is none or its signature is not ours. */
export function tokenOf(headers: Headers, secrets: readonly string[], origin: string): string {
  const name = sessionCookie(origin)
  const found = (headers.get('cookie') ?? '').split(/;\s*/).find((one) => one.startsWith(`${name}=`))
  const [token = '', signature = '', ...more] = decoded(found?.slice(name.length + 1) ?? '').split('.')
  if (!token || isHash(token) || more.length) return ''
  const given = Buffer.from(signature) // compared as it is written: one signature has one spelling
  const isOurs = (secret: string) => {
    const good = Buffer.from(signatureOf(token, secret))
    return given.length === good.length && timingSafeEqual(given, good)
  }
  return secrets.some(isOurs) ? token : ''
}

/**
 * The cookies of a request as sign-in's library may see them. It knows one secret and no end for want of use, so a session that has not
 * ended is signed anew by the first secret, and any other is left out.
 */
export async function cookiesForLibrary(db: Kysely<LoginTables>, headers: Headers, secrets: readonly string[], origin: string) {
  const name = sessionCookie(origin)
  const token = tokenOf(headers, secrets, origin)
  const others = (headers.get('cookie') ?? '').split(/;\s*/).filter((one) => !one.startsWith(`${name}=`))
  const session = (await loginOf(db, token)) && `${name}=${encodeURIComponent(`${token}.${signatureOf(token, secrets[0]!)}`)}`
  return [...others, ...(session ? [session] : [])].join('; ')
}

const signatureOf = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest('base64')

function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Who is signed in with this token now, by the database's clock. */
export async function loginOf(db: Kysely<LoginTables>, token: string): Promise<Login | null> {
  if (!token) return null
  const found = await db
    .selectFrom('login_session as s')
    .innerJoin('login as l', 'l.id', 's.login_id')
    .select(['l.id', 'l.name', 'l.email', 'l.email_verified as proven', 's.id as session'])
    .select(sql<boolean>`s.updated_at < now() - interval '1 hour'`.as('unseen'))
    .where('s.token', '=', hashToken(token))
    .where(alive('s'))
    .executeTakeFirst()
  if (!found) return null
  const { unseen, ...login } = found
  if (unseen) await db.updateTable('login_session').set({ updated_at: sql`now()` }).where('id', '=', login.session).execute()
  return login
}

/** A session ends on its day, or two weeks after its last use: by the database's clock. */
const alive = (session: string) =>
  sql<boolean>`${sql.ref(`${session}.expires_at`)} > now() and ${sql.ref(`${session}.updated_at`)} > now() - interval '14 days'`

/** Where somebody is signed in, newest first. */
export const sessionsOf = (db: Kysely<LoginTables>, login: string) =>
  db
    .selectFrom('login_session')
    .select(['id', 'user_agent', 'created_at'])
    .where('login_id', '=', login)
    .where(alive('login_session'))
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()

/** Ends every session of a login; open pages notice within half a second. */
export const endSessions = (db: Kysely<LoginTables>, login: string) =>
  db.deleteFrom('login_session').where('login_id', '=', login).execute()

/** Those of these sessions that have not ended, by the database's clock. */
export async function livingSessions(db: Kysely<LoginTables>, sessions: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('login_session')
    .select('id')
    .where(sql<boolean>`id = any(${sessions}::uuid[])`)
    .where(alive('login_session'))
    .execute()
  return new Set(rows.map(({ id }) => id))
}
