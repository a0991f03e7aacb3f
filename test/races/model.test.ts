// Four things at once, again and again: whatever happens could have happened one after the other.
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { hashInvitation } from '#core/invitations/invitations.ts'
import { hashToken } from '#core/sign-in/hashed-sessions.ts'
import { newId } from '#core/work/trail.ts'
import { cookieOf } from '../house/cast.ts'
import { sql } from '../house/facts.ts'
import { openTestHouse } from '../house/house.ts'
import { visitor } from '../house/visitor.ts'
import { crowd, type Racing } from './crowd.ts'
import { act, begin, type Command, type Name, permutations, type World } from './model.ts'

const house = await openTestHouse()
afterAll(() => house.close())
const runs = 60
const first = { olive: 'administrator', adam: 'administrator', bo: 'administrator', sam: 'standard' } as const
const invited = ['ed', 'eve'] as const
const everybody = [...Object.keys(first), ...invited] as Name[]

type Wish = { does: Command['does']; who: Name; whom: Name; level: 'administrator' | 'standard'; email: 'ed' | 'eve' }
const wish: fc.Arbitrary<Wish> = fc.record({
  does: fc.constantFrom('level', 'level', 'transfer', 'transfer', 'remove', 'restore', 'invite', 'accept'),
  who: fc.constantFrom(...everybody, 'olive', 'adam'),
  whom: fc.constantFrom(...everybody, 'adam'),
  level: fc.constantFrom('administrator', 'standard'),
  email: fc.constantFrom('ed', 'eve'),
})

/** A wish becomes a request of somebody who is there, about somebody who is there, as they see it now. */
function commandOf(world: World, { does, who, whom, level, email }: Wish): Command | undefined {
  const there = world.people[who] && world.people[whom]
  if (does === 'accept') {
    const last = world.invitations.filter((one) => one.email === email).at(-1)
    return last && { does, key: last.key }
  }
  if (!there) return undefined
  if (does === 'level') return { does, who, whom, level, version: world.people[whom]!.version }
  if (does === 'transfer') return { does, who, whom, from: world.owner }
  return does === 'invite' ? { does, who, email } : { does, who, whom }
}

/** One agency with its sessions and links, and how it really is. */
function stageFor(agency: Racing<keyof typeof first>) {
  const logins = Object.fromEntries(
    everybody.map((name) => [name, name in first ? agency.people[name as 'olive'].login : newId()]),
  ) as Record<Name, string>
  const tokens = Object.fromEntries(everybody.map((name) => [name, `${name}-${newId()}`])) as Record<Name, string>
  const emailOf = (name: string) => `${name}@a-${agency.id.slice(-12)}.example`
  const nameOf = (email: string) => email.split('@')[0] as Name
  const ids = new Map<string, Name>()
  const links = new Map<string, string>()
  return {
    async open() {
      for (const name of invited)
        await sql('insert into login.login (id, name, email, email_verified) values ($1, $2, $3, true)', [
          logins[name],
          name,
          emailOf(name),
        ])
    },
    /** Signs everybody in, and puts a link to every new invitation into our hands. */
    async ready() {
      const values = [everybody.map((name) => logins[name]), everybody.map((name) => hashToken(tokens[name]))]
      await sql(
        `insert into login.login_session (id, login_id, token, expires_at, updated_at) select gen_random_uuid(), l, t, now() + interval '1 day', now() from unnest($1::uuid[], $2::text[]) x (l, t) on conflict (token) do nothing`,
        values,
      )
      for (const { id, key } of (await this.really()).rows) {
        if (links.has(key)) continue
        const token = `link-to-the-${id}`
        links.set(key, token)
        await sql('update rolecall.invitation set token_hash = $2 where id = $1', [id, hashInvitation(token)])
        await sql('insert into login.directory_invitation values ($1, $2, $3)', [hashInvitation(token), agency.id, id])
      }
    },
    async really(): Promise<{ world: World; rows: { id: string; key: string }[] }> {
      const people = await sql<{ id: string; name: string; email: string; level: 'standard'; status: 'active'; version: number }>(
        'select * from rolecall.person where agency_id = $1',
        [agency.id],
      )
      for (const { id, email } of people) ids.set(id, nameOf(email))
      const [{ owner_id }] = (await sql<{ owner_id: string }>('select owner_id from rolecall.agency where id = $1', [agency.id])) as [
        { owner_id: string },
      ]
      const kept = await sql<{ id: string; email: string; state: 'open'; sender_id: string }>(
        'select * from rolecall.invitation where agency_id = $1 order by id',
        [agency.id],
      )
      const rows = kept.map((one, i) => ({
        ...one,
        key: `${nameOf(one.email)}#${kept.slice(0, i).filter(({ email }) => email === one.email).length}`,
      }))
      const world = {
        owner: ids.get(owner_id)!,
        people: Object.fromEntries(people.map(({ email, level, status, version }) => [nameOf(email), { level, status, version }])),
        invitations: rows.map(({ key, email, state, sender_id }) => ({ key, email: nameOf(email), state, sender: ids.get(sender_id)! })),
      }
      return { world, rows }
    },
    async ask(command: Command): Promise<number> {
      const name = command.does === 'accept' ? (command.key.split('#')[0] as Name) : command.who
      const [method, path, body] = requestOf(command)
      return (await visitor(house, cookieOf(tokens[name])).call(method, path, body)).status
    },
  }

  function requestOf(command: Command): [method: string, path: string, body?: unknown] {
    const here = `/api/agencies/${agency.id}`
    const idOf = (name: Name) => [...ids].find(([, other]) => other === name)![0]
    switch (command.does) {
      case 'accept':
        return ['POST', `/api/invitations/${links.get(command.key)}/acceptance`, {}]
      case 'level':
        return ['PUT', `${here}/people/${idOf(command.whom)}/level`, { version: command.version, level: command.level }]
      case 'remove':
        return ['POST', `${here}/people/${idOf(command.whom)}/deactivation`]
      case 'restore':
        return ['DELETE', `${here}/people/${idOf(command.whom)}/deactivation`]
      case 'transfer':
        return ['POST', `${here}/owner/transfer`, { to: idOf(command.whom), from: idOf(command.from) }]
      case 'invite':
        return ['POST', `${here}/invitations`, { emails: [emailOf(command.email)], level: 'standard' }]
    }
  }
}
const plain = (world: World) => ({ ...world, invitations: world.invitations.toSorted((a, b) => a.key.localeCompare(b.key)) })

test(`[guarantee G5] demote, remove, restore, invite, accept and transfer, four at once: the answers and the end are those of some order`, {
  timeout: 120_000,
}, async () => {
  const agencies = await crowd(house, runs * 2, 'staffing', first)
  const heard = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(wish, { minLength: 1, maxLength: 4 }), { minLength: 6, maxLength: 9 }), async (batches) => {
      const stage = stageFor(agencies.pop()!)
      await stage.open()
      let world = begin()
      for (const wishes of batches) {
        await stage.ready()
        const commands = wishes.map((one) => commandOf(world, one)).filter((one) => one !== undefined)
        const statuses = await Promise.all(commands.map((command) => stage.ask(command)))
        for (const [i, status] of statuses.entries()) heard.add(`${commands[i]!.does} ${status}`)
        const real = plain((await stage.really()).world)
        const orders = permutations(commands.map((_, i) => i)).map((order) => {
          const end = structuredClone(world)
          const said: number[] = []
          for (const i of order) said[i] = act(end, commands[i]!)
          return { said, end }
        })
        const fits = orders.find(
          ({ said, end }) => String(said) === String(statuses) && JSON.stringify(sorted(plain(end))) === JSON.stringify(sorted(real)),
        )
        if (!fits) expect({ commands, statuses, real }).toEqual({ commands, statuses: orders[0]!.said, real: plain(orders[0]!.end) })
        world = fits!.end
      }
    }),
    { numRuns: runs, endOnFailure: true },
  )
  for (const outcome of [
    'transfer 200',
    'transfer 403',
    'transfer 422',
    'level 200',
    'level 409',
    'remove 200',
    'invite 200',
    'accept 200',
  ])
    expect([...heard]).toContain(outcome)
})

/** The same order of keys everywhere, so that two worlds compare as text. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value
