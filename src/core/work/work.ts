// What somebody can do inside their work: load, list, change, add. The policy stands in front of each.
import { type Insertable, type Kysely, type Selectable, type SelectQueryBuilder, sql, type Updateable } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { nounOf, type Policy } from '#policy/policy.ts'
import type { CoreAction } from '../actions.ts'
import { changedMeanwhile, forbidden, notFound } from '../errors.ts'
import type { Portal } from '../portal.ts'
import type { Actor, AgencyRow } from './actor.ts'
import { answersFor } from './answers.ts'
import { newId, type Trail } from './trail.ts'

/** What has no table of its own lives in the agency's row. */
const keptInAgency = { preferences: 'agency', switch: 'agency' } as const
type TableOf<N> = N extends keyof typeof keptInAgency ? 'agency' : N & keyof Tables
type Noun<A extends string> = A extends `${infer N}.${string}` ? TableOf<N> : never
type Loadable<A extends string> = A extends unknown ? ([Noun<A>] extends [never] ? never : A) : never
export type Row<A extends string> = Selectable<Tables[Noun<A>]>
type Listing<A extends string> = SelectQueryBuilder<Tables, Noun<A>, Row<A>>
export type Can = Record<string, true | { code: string; message: string }>
type Facts = Record<string, unknown>
type Changing = { given?: Facts; version?: number; details?: Facts }
/** Reading is free to shape; writing goes through change and add. */
export type Reading = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'selectNoFrom' | 'fn'>

export type Work<A extends string = CoreAction> = {
  me: Actor
  agency: AgencyRow
  portal: Portal
  db: Reading
  trail: Trail
  /** To get a record, say what you want to do with it: unseen is not found, seen but not allowed is refused. */
  load<T extends Loadable<A>>(action: T, id: string, given?: Facts): Promise<Row<T>>
  /** The only way to list: the policy is in its WHERE. */
  list<T extends Loadable<A>, Out = Row<T>>(
    action: T,
    refine?: (rows: Listing<T>) => SelectQueryBuilder<Tables, Noun<T>, Out>,
  ): Promise<Out[]>
  /** How many a list would have, exactly up to `most`, else `most + 1`. */
  count<T extends Loadable<A>>(
    action: T,
    most: number,
    refine?: (rows: Listing<T>) => SelectQueryBuilder<Tables, Noun<T>, Row<T>>,
  ): Promise<number>
  /** For what has no record yet, or is decided on values about to be written. */
  require(action: A, record?: object, given?: Facts): void
  /** Could this person ever do it? For sections and streams, before a record is named. */
  enter(action: A): void
  /** Changes a loaded record, if it may also be what it becomes; with its audit line and the word to open pages. */
  change<T extends Loadable<A>>(action: T, row: Row<T>, values: Updateable<Tables[Noun<T>]>, changing?: Changing): Promise<Row<T>>
  add<T extends Loadable<A>>(action: T, values: Omit<Insertable<Tables[Noun<T>]>, 'agency_id' | 'id'>, given?: Facts): Promise<Row<T>>
  can(record: object, ...actions: A[]): Can
  /** Where an invitation's link leads, kept where a link without an agency can find it. */
  remember(link: { token_hash: string; invitation_id: string }): Promise<void>
  /** Notes that this person is here now. No change of a record: it has no version and leaves no line. */
  seen(): Promise<void>
  /** Moves the pointer of a media agency to another active Admin. An Account Owner is moved by `change`. */
  point(to: string): Promise<void>
}

type Making = {
  db: Kysely<Tables>
  policy: Policy<CoreAction>
  me: Actor
  agency: AgencyRow
  portal: Portal
  writes: boolean
  trail: Trail
}
const tableOf = (action: string) => {
  const noun = nounOf(action)
  return keptInAgency[noun as keyof typeof keptInAgency] ?? noun
}
/** What opens a door is nobody's to read in the audit; who switched what, the line itself says. */
const unsaid = new Set(['token_hash', 'switched'])
type Anything = Kysely<Record<string, Record<string, unknown>>>
type Known = { id: string; version?: number; updated_by?: string | null }

export function makeWork({ db, policy, me, agency, portal, writes, trail }: Making) {
  // TypeScript cannot follow a table chosen by the action's name: the casts of this file are the only ones.
  const any = db as unknown as Anything
  const answers = answersFor(policy, me)
  const decided = new Set<string>()
  const ofAgency = (noun: string) => sql.ref(noun === 'agency' ? 'agency.id' : `${noun}.agency_id`)
  const visible = (action: string) => {
    decided.add(action)
    const noun = tableOf(action)
    return any
      .selectFrom(noun)
      .where(sql<boolean>`${ofAgency(noun)} = ${me.agency_id}`)
      .where(policy.filter(me, action as CoreAction))
  }
  const judge = (action: string, record: object, given?: Facts, when: 'before' | 'after' = 'before') => {
    decided.add(action)
    const no = answers.decide(action as CoreAction, { agency_id: me.agency_id, ...record }, { when, given })
    if (no) throw forbidden(no, record, given)
  }
  const stamp = () => ({ updated_at: me.now, updated_by: me.id })

  const work: Work = {
    me,
    agency,
    portal,
    db,
    trail,
    async load(action, id, given) {
      const noun = tableOf(action)
      const rows = visible(`${noun}.read`).selectAll(noun).where(`${noun}.id`, '=', id)
      const row = await (writes && !action.endsWith('.read') ? rows.forNoKeyUpdate() : rows).executeTakeFirst()
      if (!row) throw notFound(noun)
      judge(action, row, given)
      return row as Row<typeof action>
    },
    async list(action, refine) {
      work.enter(action)
      const rows = visible(action).selectAll(tableOf(action))
      return (refine ? refine(rows as never) : rows).execute() as never
    },
    async count(action, most, refine) {
      work.enter(action)
      const rows = visible(action) as never
      const some = (refine ? refine(rows) : rows) as unknown as SelectQueryBuilder<Record<string, Record<string, unknown>>, string, object>
      const counted = some
        .select(sql<number>`1`.as('one'))
        .limit(most + 1)
        .as('some')
      const { n } = (await any.selectFrom(counted).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()) as { n: number }
      return n
    },
    require: (action, record = {}, given) => judge(action, record, given),
    enter(action) {
      decided.add(action)
      const no = answers.ever(action)
      if (no) throw forbidden(no)
    },
    async change(action, row, values, { given, version, details } = {}) {
      const [noun, before] = [tableOf(action), row as Known & Facts]
      if (version !== undefined && version !== before.version) throw changedMeanwhile(await nameOf(before.updated_by), shownOf(before))
      judge(action, { ...before, ...unwrapped(values) }, given, 'after')
      const changed = await any
        .updateTable(noun)
        .set({ ...values, ...stamp(), version: (before.version ?? 0) + 1 })
        .where(sql<boolean>`${ofAgency(noun)} = ${me.agency_id}`)
        .where('id', '=', before.id)
        .returningAll()
        .executeTakeFirstOrThrow()
      const keys = Object.keys(values).filter(
        (key) => !unsaid.has(key) && JSON.stringify(before[key]) !== JSON.stringify((changed as Facts)[key]),
      )
      const [old, now] = [before, changed as Facts].map((from) => Object.fromEntries(keys.map((key) => [key, from[key]])))
      trail.record(action, changed as Known, { before: old, after: now, ...details })
      trail.changes(noun, before.id)
      return changed as never
    },
    async add(action, values, given) {
      const row = { ...values, ...stamp(), created_at: me.now, agency_id: me.agency_id, id: newId() }
      judge(action, row, given)
      const made = (await any.insertInto(tableOf(action)).values(row).returningAll().executeTakeFirstOrThrow()) as Known
      trail.record(action, made, { after: given ?? {} })
      trail.changes(tableOf(action), made.id)
      return made as never
    },
    async remember(link) {
      await db
        .insertInto('login.directory_invitation')
        .values({ ...link, agency_id: me.agency_id })
        .execute()
    },
    async seen() {
      await db.updateTable('person').set({ seen_at: me.now }).where('agency_id', '=', me.agency_id).where('id', '=', me.id).execute()
    },
    async point(to) {
      const values = { owner_id: to, owner_since: me.now, ...stamp() }
      await db
        .updateTable('agency')
        .set(values)
        .where('id', '=', me.agency_id)
        .where('owner_id', '=', agency.owner_id)
        .executeTakeFirstOrThrow()
      trail.record('agency.keep', agency, { before: { owner_id: agency.owner_id }, after: { owner_id: to } })
    },
    can: (record, ...actions) =>
      Object.fromEntries(
        actions.map((action) => {
          const no = answers.could(action, { agency_id: me.agency_id, ...record })
          return [action, no ? { code: no.code, message: no.message } : true]
        }),
      ),
  }
  return { work, decided }

  async function nameOf(id: string | null | undefined) {
    if (!id) return null
    const found = await db.selectFrom('person').select('name').where('agency_id', '=', me.agency_id).where('id', '=', id).executeTakeFirst()
    return found?.name ?? null
  }
}

const hidden = new Set(['agency_id', 'login_id', 'token_hash', 'name_key', 'search_key', 'switched'])
/** A record as it may be sent: without what serves the database only. */
const shownOf = (row: object) => Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key)))

/** Columns written as JSON text are judged as what they say. */
const unwrapped = (values: object) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, key === 'switches' && typeof value === 'string' ? JSON.parse(value) : value]),
  )
