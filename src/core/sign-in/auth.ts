// Better Auth owns credentials and sessions, in its own schema under its own role. It knows nothing of rights.

import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { type Letter, letter } from '../letters/letter.ts'
import { Name } from '../shapes.ts'
import { newId } from '../work/trail.ts'
import { withHashedSessions } from './hashed-sessions.ts'
import { hashPassword, passwordLength, verifyPassword } from './password.ts'

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

type Wiring = { db: Kysely<LoginTables>; secret: string; origin: string; post: (letter: Letter) => Promise<void> }
export type LoginTables = {
  login: { id: string; name: string; email: string; email_verified: boolean }
  login_session: {
    id: string
    login_id: string
    token: string
    expires_at: Date
    created_at: Date
    updated_at: Date
    user_agent: string | null
    ip_address: string | null
  }
  login_account: {
    id: string
    login_id: string
    provider_id: string
    account_id: string
    password: string | null
    created_at: Date
    updated_at: Date
  }
  directory_slug: { slug: string; agency_id: string }
  directory_person: { login_id: string; agency_id: string; person_id: string }
  directory_invitation: { token_hash: string; agency_id: string; invitation_id: string }
}
export type Auth = ReturnType<typeof makeAuth>

/** What the library calls our tables and columns. */
const tablesOfAuth = {
  user: { modelName: 'login', fields: { emailVerified: 'email_verified', ...stamps } },
  session: {
    modelName: 'login_session',
    fields: { userId: 'login_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...stamps },
    cookieCache: { enabled: false }, // a cached session would outlive its end
    expiresIn: 60 * 60 * 24 * 30, // the end, however often it is used; the end for want of use is in session.ts
    disableSessionRefresh: true,
  },
  account: {
    modelName: 'login_account',
    fields: {
      userId: 'login_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
  },
  verification: { modelName: 'login_verification', fields: { expiresAt: 'expires_at', ...stamps }, storeIdentifier: 'hashed' },
  rateLimit: {
    enabled: true,
    storage: 'database',
    modelName: 'login_rate',
    fields: { lastRequest: 'last_request' },
    window: 60,
    max: 120,
    customRules: {
      '/sign-in/email': { window: 900, max: 10 },
      '/sign-up/email': { window: 3600, max: 20 },
      '/request-password-reset': { window: 900, max: 5 },
      '/reset-password': { window: 900, max: 10 },
      '/get-session': false,
    },
  },
} satisfies Partial<BetterAuthOptions>

export function makeAuth({ db, secret, origin, post }: Wiring) {
  const secure = origin.startsWith('https:')
  return betterAuth({
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    trustedOrigins: [origin, origin.replace('//localhost:', '//127.0.0.1:')],
    database: (options: BetterAuthOptions) =>
      withHashedSessions(kyselyAdapter(db as never, { type: 'postgres', transaction: true })(options)),
    advanced: {
      cookiePrefix: 'rolecall',
      useSecureCookies: false, // only its prefix to our names: `__Host-` already says it, and more
      defaultCookieAttributes: { secure },
      database: { generateId: () => newId() },
      cookies: { session_token: { name: sessionCookie(origin), attributes: { sameSite: 'lax', httpOnly: true, secure, path: '/' } } },
      ipAddress: { ipAddressHeaders: ['x-rolecall-source'] }, // set by our own server, never by who asks
    },
    ...tablesOfAuth,
    databaseHooks: { user: { create: { before: wellNamed }, update: { before: wellNamed } } },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: false, // a password lets you in; only a proven address gives anything new
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      async sendResetPassword({ user, token }) {
        const link = `${origin}/reset?token=${encodeURIComponent(token)}`
        const lines = [`Somebody asked for a new password for ${user.email}. The link works for one hour and once.`]
        const small = 'If it was not you, nothing happens: your password stays as it is.'
        await post(
          letter({
            to: user.email,
            subject: 'Set a new password',
            heading: 'Set a new password',
            lines,
            button: { label: 'Set a new password', link },
            small,
          }),
        )
      },
      // Whoever followed the link from the mailbox has proven the address.
      async onPasswordReset({ user }) {
        await db.updateTable('login').set({ email_verified: true }).where('id', '=', user.id).execute()
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: 60 * 60 * 24,
      async sendVerificationEmail({ user, token }) {
        const link = `${origin}/prove?token=${encodeURIComponent(token)}`
        const lines = [`Confirm that ${user.email} is yours. The link works for one day.`]
        await post(
          letter({
            to: user.email,
            subject: 'Confirm your e-mail address',
            heading: 'Confirm your e-mail address',
            lines,
            button: { label: 'Confirm address', link },
          }),
        )
      },
    },
  })
}

/** A login's name becomes a person's when they join, so it is written like one. */
async function wellNamed({ name }: { name?: string }) {
  if (name === undefined) return
  const read = Name.safeParse(name)
  if (!read.success) throw new APIError('BAD_REQUEST', { code: 'bad_input', message: read.error.issues[0]!.message })
  return { data: { name: read.data } }
}

/** Over https the browser itself holds the cookie to this host and path. */
export const sessionCookie = (origin: string) => (origin.startsWith('https:') ? '__Host-rolecall' : 'rolecall')
