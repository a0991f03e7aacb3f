// One person doing one thing in one transaction: begin, who is it, do, write the trail, commit.
import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import { queriesOn } from '#db/connection.ts'
import type { Pool } from '#db/pools.ts'
import type { Kind, Tables } from '#db/tables.ts'
import { deactivated, notFound, Refusal } from '../errors.ts'
import type { Portal } from '../portal.ts'
import { type AgencyRow, actorOf, type PersonRow } from './actor.ts'
import { isLost, spoken } from './spoken.ts'
import { makeTrail, type Trail } from './trail.ts'
import { makeWork, type Work } from './work.ts'

/** Who asks for what. `alone`: this changes rights, so nothing else of the agency is written meanwhile. */
export type Asking = {
  agency: string
  login: string | null
  action: string
  writes: boolean
  alone?: boolean
  request?: string
  /** Where the request came from, as our own server saw it. */
  source?: string
  /** When it happened, if not now: the demo tells what people did in the last weeks. Never taken from a request. */
  at?: Date
}
export type Works = ReturnType<typeof worksOf>
type Opened = { agency: AgencyRow; person: PersonRow | undefined; now: Date }
/** A visitor without a person here: accepts an invitation, or founds the agency. */
export type Guest = { agency: AgencyRow | undefined; portal: Portal | undefined; now: Date; db: Kysely<Tables>; trail: Trail }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const retried = new Set(['40P01', '40001'])

export function worksOf(pool: Pool, portals: Record<Kind, Portal>, wake: (atOnce: boolean) => void = () => {}) {
  /** A work of somebody who is a person here. */
  const as = <Result>(asking: Asking, todo: (work: Work) => Promise<Result>) =>
    transaction(asking, async (client, db, trail) => {
      const { agency, person, now } = await open(client, asking)
      if (!person) throw notFound('agency') // whether it exists is not theirs to know
      if (person.status !== 'active') throw deactivated()
      const portal = portals[agency.kind]
      if (!portal.policy.actions.includes(asking.action as never)) throw notFound()
      const me = actorOf(person, agency, portal.switches, now)
      trail.by(me)
      const { work, decided } = makeWork({ db, policy: portal.policy, me, agency, portal, writes: asking.writes, trail })
      const result = await todo(work)
      if (!decided.has(asking.action)) throw new Error(`This work never decided ${asking.action}, so it may not happen.`)
      return result
    }).catch(async (error) => {
      await recordRefusal(asking, error)
      throw error
    })

  /** A work of somebody who is no person here yet. It decides nothing, so it is for the few doors that are open by themselves. */
  const asGuest = <Result>(asking: Omit<Asking, 'login' | 'action'>, todo: (guest: Guest) => Promise<Result>) =>
    transaction({ ...asking, login: null, action: '' }, async (client, db, trail) => {
      const { agency, now } = await open(client, { ...asking, login: null, action: '' })
      return todo({ agency, portal: agency && portals[agency.kind], now, db, trail })
    })

  async function transaction<Result>(
    asking: Asking,
    todo: (client: PoolClient, db: Kysely<Tables>, trail: Trail) => Promise<Result>,
    tries = 3,
  ): Promise<Result> {
    if (!uuid.test(asking.agency)) throw notFound('agency')
    const client = await pool.connect()
    let over = false
    let broken: Error | undefined
    try {
      const db = queriesOn(client, () => over)
      const trail = makeTrail(asking, db)
      const result = await todo(client, db, trail)
      if (asking.writes) await trail.write()
      over = true
      await client.query('commit')
      if (trail.changed) wake(asking.alone ?? false)
      return result
    } catch (error) {
      over = true
      if (isLost(error)) broken = error as Error
      else
        await client.query('rollback').catch((lost: Error) => {
          broken = lost
        })
      // Two works that waited for each other: PostgreSQL undid this one, so it is simply done again, on the rows as they are now.
      if (!retried.has((error as { code?: string }).code ?? '') || tries === 1) throw spoken(error)
    } finally {
      over = true
      client.release(broken)
    }
    return transaction(asking, todo, tries - 1)
  }

  /** A refused try is part of the story: who tried what on what. */
  async function recordRefusal(asking: Asking, error: unknown) {
    if (!asking.writes || !(error instanceof Refusal) || !wasRefused(error)) return
    await transaction({ ...asking, alone: false }, async (client, _db, trail) => {
      const { person, agency, now } = await open(client, asking)
      if (person?.status !== 'active') return
      trail.by(actorOf(person, agency, portals[agency.kind].switches, now))
      trail.refused({ ...error.said, action: error.said.action ?? asking.action }, error.about)
    }).catch(() => {}) // the answer to the person does not depend on it
  }
  return { as, asGuest }
}

/** What the table or the state of things forbids. Wrong input, a lost race and what is not there are no refusals. */
const wasRefused = ({ status, said }: Refusal) =>
  said.action !== undefined || ([401, 403, 409, 410, 422].includes(status) && said.code !== 'changed_meanwhile')

/**
 * One message: begin, agency, its gate and its row (locked when this writes), the person.
 * Reading: one snapshot, so the person and the rows are of the same instant and nobody sees what was written after a demotion.
 * Writing: whoever changes rights holds the agency's row alone, everybody else holds it shared; the person is read after the lock, by
 * a statement of its own, so the rights a write is decided on are still the rights when it commits. Those who share a row overtake
 * whoever waits for it alone, so all stand in line at the gate first, where nobody does.
 */
async function open(client: PoolClient, { agency, login, writes, alone, at }: Asking): Promise<Opened> {
  const lock = !writes ? '' : alone ? 'for update' : 'for key share'
  const gate = alone ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared'
  const line = `select ${gate}(hashtextextended(id::text, 0)) from agency where id = $1`
  const steps = await Promise.allSettled([
    client.query(`begin ${writes ? '' : 'isolation level repeatable read read only'}`),
    client.query({ name: 'begin-work', text: 'select begin_work($1)', values: [agency] }),
    writes && client.query({ name: gate, text: line, values: [agency] }),
    client.query({ name: `agency ${lock}`, text: `select *, now() as now from agency where id = $1 ${lock}`, values: [agency] }),
    client.query({
      name: 'me',
      text: 'select * from person where agency_id = $1 and login_id = $2',
      values: [agency, login],
    }),
  ])
  const failed = steps.find((step) => step.status === 'rejected')
  if (failed) throw failed.reason
  const [agencies, people] = steps.slice(-2).map((step) => (step.status === 'fulfilled' && step.value ? (step.value.rows as never[]) : []))
  const { now, ...row } = (agencies?.[0] ?? {}) as AgencyRow & { now: Date }
  return { agency: (row.id ? row : undefined) as AgencyRow, person: people?.[0], now: at ?? now ?? new Date() }
}
