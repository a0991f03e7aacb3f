// Furnishes the demo once: logins with one password for all, then each agency's story, whole or not at all.
import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import type { Portal } from '#core/portal.ts'
import type { Auth, LoginTables } from '#core/sign-in/auth.ts'
import { hashPassword, verifyPassword } from '#core/sign-in/password.ts'
import { newId } from '#core/work/trail.ts'
import type { Pool } from '#db/pools.ts'
import type { Kind } from '#db/tables.ts'
import { clockOf } from './clock.ts'
import { type Logins, perform } from './stage.ts'
import type { Demo, Scene } from './story.ts'

export const demoPassword = 'rolecall-demo'
type House = { pools: { app: Pool }; logins: Kysely<LoginTables>; auth: Auth; jobs: { relay(): void }; origin: string }
type Rooms = { portals: Record<Kind, Portal>; demos: readonly Demo[] }

/** Opens what is missing of the demo's agencies; those that are there stay as people left them. */
export async function furnishDemo(house: House, { portals, demos }: Rooms, now = new Date()) {
  const scenes = demos.map((demo) => demo(clockOf(now)))
  const there = await house.logins.selectFrom('directory_slug').select('slug').execute()
  const missing = scenes.filter(({ agency }) => !there.some(({ slug }) => slug === agency.slug))
  if (!missing.length) return
  const logins = await makeLogins(house.logins, scenes)
  for (const scene of missing) {
    const later = await whole(house.pools.app, (client) => perform(client, { ...house, portals }, scene, logins))
    for (const todo of later) await todo()
  }
  house.jobs.relay()
}

/** A database with the demo in it opens as a demo or not at all: everybody knows the password of its people. */
export async function mustBeNoDemo({ logins }: Pick<House, 'logins'>, demos: readonly Demo[]) {
  const addresses = demos.flatMap((demo) => Object.values(demo(clockOf(new Date())).people).flatMap(({ email }) => email ?? []))
  const kept = await logins
    .selectFrom('login_account')
    .innerJoin('login', 'login.id', 'login_account.login_id')
    .select('login_account.password')
    .distinct()
    .where('login.email', 'in', addresses)
    .limit(20)
    .execute()
  for (const { password } of kept)
    if (password && (await verifyPassword({ hash: password, password: demoPassword })))
      throw new Error('This database keeps the demo, whose password everybody knows. Start it with --demo, or start with another one.')
}

async function whole<T>(pool: Pool, todo: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await todo(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    client.release(true) // ends the connection, and with it the transaction
    throw error
  }
}

/** One login an address; whoever is in both agencies has one. Hashed once: the password is the same. */
async function makeLogins(logins: Kysely<LoginTables>, scenes: Scene[]): Promise<Logins> {
  const people = scenes.flatMap((scene) => Object.values(scene.people).filter(({ email, registered }) => email && registered !== false))
  const names = new Map(people.map(({ email, name }) => [email!, name]))
  const password = await hashPassword(demoPassword)
  await logins.transaction().execute(async (db) => {
    const rows = [...names].map(([email, name]) => ({ id: newId(), email, name, email_verified: true }))
    const made = await db
      .insertInto('login')
      .values(rows)
      .onConflict((address) => address.column('email').doNothing())
      .returning('id')
      .execute()
    const stamps = { created_at: new Date(), updated_at: new Date() }
    const accounts = made.map(({ id }) => ({ id: newId(), login_id: id, provider_id: 'credential', account_id: id, password, ...stamps }))
    if (accounts.length) await db.insertInto('login_account').values(accounts).execute()
  })
  const rows = await logins
    .selectFrom('login')
    .select(['id', 'name', 'email'])
    .where('email', 'in', [...names.keys()])
    .execute()
  return new Map(rows.map((row) => [row.email, row]))
}
