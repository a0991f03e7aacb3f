// One agency's story, played on one connection in one transaction: a start that is cut off leaves nothing half told.
import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import { foundAgency } from '#core/agencies/founding.ts'
import type { Visit } from '#core/guard.ts'
import { accept } from '#core/invitations/acceptance.ts'
import type { Portal } from '#core/portal.ts'
import type { Auth, LoginTables } from '#core/sign-in/auth.ts'
import { sendResetTo } from '#core/sign-in/sign-in.ts'
import { newId } from '#core/work/trail.ts'
import { type Asking, worksOf } from '#core/work/works.ts'
import type { Pool } from '#db/pools.ts'
import type { Kind } from '#db/tables.ts'
import { zone } from './clock.ts'
import { editsSelf } from './deeds.ts'
import type { Scene, Stage } from './story.ts'

export type Logins = Map<string, { id: string; name: string; email: string }>
type House = { auth: Auth; logins: Kysely<LoginTables>; origin: string; portals: Record<Kind, Portal> }

/** Tells the story from its beginning. What has to happen outside the transaction is returned. */
export async function perform(client: PoolClient, { auth, logins, origin, portals }: House, scene: Scene, loginOf: Logins) {
  const works = worksOf(inside(client), portals)
  const ids = new Map<string, string>()
  const later: (() => Promise<unknown>)[] = []
  let agency = ''
  const player = (key: string) => {
    const found = scene.people[key]
    if (!found) throw new Error(`The demo's story went wrong: ${key} is not in the cast.`)
    return found
  }
  const login = (key: string) => loginOf.get(player(key).email ?? '')!
  const asking = (key: string, at: Date, action: string): Asking => ({ agency, login: login(key).id, action, writes: true, at })
  const introduces = (key: string, at: Date) => {
    const { phone, title } = player(key)
    return stage.does(key, new Date(at.getTime() + 4 * 60_000), editsSelf({ phone, title }))
  }

  const stage: Stage = {
    origin,
    player,
    id(key) {
      const found = ids.get(key)
      if (!found) throw new Error(`The demo's story went wrong: ${key} is not there yet.`)
      return found
    },
    arrived: (key, id) => void ids.set(key, id),
    async does(key, at, { action, alone, does }) {
      return works.as({ ...asking(key, at, action), alone }, (work) => does(work, stage))
    },
    async founds(key, at) {
      const { kind, name, slug } = scene.agency
      const asGuest: typeof works.asGuest = (who, todo) => works.asGuest({ ...who, at, source: undefined }, todo)
      const visit = { works: { ...works, asGuest }, login: login(key), auth, headers: new Headers(), request: undefined }
      const made = await foundAgency(visit as never, { kind, name, slug, zone, currency: 'USD', you: { name: player(key).name } })
      agency = made.id
      await works.as(asking(key, at, 'agency.read'), async (work) => {
        work.enter('agency.read')
        ids.set(key, work.me.id)
      })
      await introduces(key, at)
    },
    async joins(key, at) {
      await works.asGuest({ agency, writes: true, alone: true, at }, async (guest) => {
        const rows = guest.db.selectFrom('invitation').select(['id', 'token_hash']).where('agency_id', '=', agency)
        const open = await rows.where('email', '=', player(key).email!).where('state', '=', 'open').executeTakeFirstOrThrow()
        const { person } = await accept(guest, { agency, invitation: open.id, hash: open.token_hash }, login(key))
        ids.set(key, person.id)
      })
      await introduces(key, at)
    },
    async comes(key, at, through, seen) {
      const { name, email = null, phone = null, title = null, level } = player(key)
      const id = newId()
      ids.set(key, id)
      await works.asGuest({ agency, writes: true, at }, async ({ db, trail }) => {
        const same = { agency_id: agency, version: 1, created_at: at, updated_at: at, updated_by: id }
        const person = {
          id,
          login_id: login(key).id,
          name,
          email,
          phone,
          title,
          level,
          created_via: 'self' as const,
          joined_at: at,
          seen_at: seen,
        }
        await db
          .insertInto('person')
          .values({ ...same, ...person })
          .execute()
        await db
          .insertInto('login.directory_person')
          .values({ login_id: login(key).id, agency_id: agency, person_id: id })
          .execute()
        trail.by({ id, name, level })
        trail.record(through, { id, name }, {}, 'person')
      })
    },
    async imports(key, at, keys) {
      await works.as(asking(key, at, 'person.create'), async (work) => {
        for (const one of keys) {
          const { name, email = null, phone = null, title = null, level } = player(one)
          const values = { name, email, phone, title, level, created_via: 'import' as const, login_id: null, joined_at: at, seen_at: null }
          ids.set(one, (await work.add('person.create', values, { level })).id)
        }
      })
    },
    async resets(key, at, whom) {
      await works.as(asking(key, at, 'person.send_reset'), (work) => {
        const visit = { work, auth, logins, headers: new Headers(), after: (todo: () => Promise<unknown>) => later.push(todo) }
        return sendResetTo(visit as unknown as Visit, stage.id(whom))
      })
    },
  }
  for (const moment of scene.story.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await moment.happens(stage)
  return later
}

/** A pool of one connection whose transaction is open already: each work becomes a savepoint in it. */
function inside(client: PoolClient): Pool {
  const steps: Record<string, string> = {
    begin: 'savepoint work',
    commit: 'release savepoint work',
    rollback: 'rollback to savepoint work',
  }
  const query = (asked: string | object, ...rest: unknown[]) => {
    const step = typeof asked === 'string' ? steps[asked.split(' ')[0]!] : undefined
    return client.query(step ?? (asked as string), ...(rest as []))
  }
  return { connect: async () => ({ query, release() {} }) } as unknown as Pool
}
