// The list of users: one statement per tab and sort, pages by key, the policy in its WHERE.
import { sql } from 'kysely'
import type { z } from 'zod'
import { badInput } from '../errors.ts'
import type { Work } from '../work/work.ts'
import type { PeopleQuery } from './people.contract.ts'
import type { PersonRow } from './people.ts'

type Asked = z.infer<typeof PeopleQuery>
const many = <T>(value: T | T[] | undefined) => (value === undefined ? undefined : Array.isArray(value) ? value : [value])

const ranks = ['admin', 'administrator', 'staff', 'standard', 'contractor', 'agent', 'talent']

/** How each sort orders, and what a page's last row leaves as the key of the next. The Account Owner stands above the levels. */
const sortsOf = ({ agency }: Work) => {
  const owner = agency.kind === 'staffing' ? agency.owner_id : null
  const rank = sql`case when person.id = ${owner}::uuid then 0
    else array_position(${ranks}::text[], person.level) end`
  return {
    name: { keys: [sql`person.name_key`], down: false, of: (p: PersonRow) => [p.name_key] },
    level: {
      keys: [rank, sql`person.name_key`],
      down: false,
      of: (p: PersonRow) => [p.id === owner ? 0 : ranks.indexOf(p.level) + 1, p.name_key],
    },
    seen: {
      keys: [sql`coalesce(person.seen_at, '-infinity')`],
      down: true,
      of: (p: PersonRow) => [p.seen_at?.toISOString() ?? '-infinity'],
    },
    joined: { keys: [sql`person.joined_at`], down: true, of: (p: PersonRow) => [p.joined_at.toISOString()] },
  }
}

export async function listPeople(work: Work, asked: Asked) {
  work.enter('person.list')
  const sort = sortsOf(work)[asked.sort]
  const after = asked.after === undefined ? undefined : cursor(asked.after, sort.keys.length)
  const direction = sort.down ? sql`desc` : sql`asc`
  const keys = sql.join([...sort.keys, sql`person.id`])
  const rows = await work.list('person.read', (people) =>
    narrowed(people, asked)
      .$if(after !== undefined, (q) => q.where(sql<boolean>`(${keys}) ${sort.down ? sql`<` : sql`>`} (${sql.join(after ?? [])})`))
      .orderBy(sql`${sql.join([...sort.keys, sql`person.id`], sql` ${direction}, `)} ${direction}`)
      .limit(asked.most + 1),
  )
  const people = rows.slice(0, asked.most)
  const last = people.at(-1)
  return {
    people,
    next: rows.length > asked.most && last ? Buffer.from(JSON.stringify([...sort.of(last), last.id])).toString('base64url') : null,
  }
}

type People = Parameters<NonNullable<Parameters<Work['list']>[1]>>[0]
function narrowed<Q extends People>(people: Q, asked: Partial<Asked>): Q {
  let q = people as unknown as { where(...args: unknown[]): typeof q }
  if (asked.tab === 'deactivated') q = q.where('person.status', '=', 'deactivated')
  else if (asked.tab) q = q.where('person.status', '=', 'active').where('person.side', '=', asked.tab === 'team' ? 'team' : 'client')
  const levels = many(asked.level)
  if (levels) q = q.where(sql`person.level = any(${levels})`)
  const roles = many(asked.job_role)
  if (roles) q = q.where(sql`person.job_roles && ${roles}`)
  if (asked.registered) q = q.where('person.registered', '=', asked.registered === 'yes')
  if (asked.search) q = q.where(matching(asked.search))
  return q as unknown as Q
}

/** Three letters and more are found anywhere in name, e-mail and phone; fewer at the beginning of the name. */
function matching(search: string) {
  const term = search.normalize('NFC').toLowerCase()
  const digits = term.replace(/[^\d]/g, '')
  if (digits.length >= 4 && /^[\d\s()+./-]+$/.test(term))
    return sql<boolean>`person.id in (select id from person_containing(${digits.slice(-10)}, 1000))`
  if (term.length >= 3) return sql<boolean>`person.id in (select id from person_containing(${term}, 1000))`
  return sql<boolean>`starts_with(person.name_key, ${term})`
}

function cursor(text: string, keys: number): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const fits =
      Array.isArray(parts) && parts.length === keys + 1 && parts.every((part) => typeof part === 'string' || Number.isInteger(part))
    if (fits && /^[0-9a-f-]{36}$/.test(String(parts.at(-1)))) return parts
  } catch {}
  throw badInput('bad_cursor', 'This page of the list does not exist. Begin at the first one.')
}

/** How many there are behind each tab, exactly up to 10,000. */
export async function countPeople(work: Work, search: string | undefined) {
  work.enter('person.list')
  const count = (tab: Asked['tab']) => work.count('person.read', 10_000, (people) => narrowed(people, { tab, search }))
  return { team: await count('team'), clients: await count('clients'), deactivated: await count('deactivated') }
}
