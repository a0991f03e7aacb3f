// What people of a staffing agency can do to each other, as a table of a few lines: what the answer is, and how it is afterwards.
export type Name = 'olive' | 'adam' | 'bo' | 'sam' | 'ed' | 'eve'
type Person = { level: 'administrator' | 'standard'; status: 'active' | 'deactivated'; version: number }
type Invitation = { key: string; email: string; state: 'open' | 'accepted' | 'revoked' | 'invalid'; sender: Name }
export type World = { owner: Name; people: Partial<Record<Name, Person>>; invitations: Invitation[] }
export type Command =
  | { does: 'level'; who: Name; whom: Name; level: 'administrator' | 'standard'; version: number }
  | { does: 'remove' | 'restore'; who: Name; whom: Name }
  | { does: 'invite'; who: Name; email: 'ed' | 'eve' }
  | { does: 'transfer'; who: Name; whom: Name; from: Name }
  | { does: 'accept'; key: string }

export const begin = (): World => ({
  owner: 'olive',
  people: Object.fromEntries(
    (['olive', 'adam', 'bo', 'sam'] as const).map((name) => [
      name,
      { level: name === 'sam' ? 'standard' : 'administrator', status: 'active', version: 1 },
    ]),
  ),
  invitations: [],
})

/** Does it, and says the status of the answer. */
export function act(world: World, command: Command): number {
  if (command.does === 'accept') return accept(world, command.key)
  const me = world.people[command.who]!
  if (me.status !== 'active') return 401
  const owns = world.owner === command.who
  const may = owns || me.level === 'administrator'
  if (command.does === 'transfer') {
    const next = world.people[command.whom]!
    if (command.from !== world.owner) return 409
    if (!owns) return 403
    if (command.whom === command.who) return 409
    if (next.level !== 'administrator' || next.status !== 'active') return 422
    world.owner = command.whom
    return 200
  }
  if (!may) return 403
  if (command.does === 'invite') {
    if (world.people[command.email]) return 409
    const earlier = world.invitations.filter(({ email }) => email === command.email)
    if (earlier.some(({ state }) => state === 'open')) return 409
    world.invitations.push({ key: `${command.email}#${earlier.length}`, email: command.email, state: 'open', sender: command.who })
    return 200
  }
  const whom = world.people[command.whom]!
  if (command.whom === world.owner && !(owns && command.does === 'restore')) return owns ? 409 : 403
  if (command.does === 'level') {
    if (whom.status !== 'active' || whom.version !== command.version) return 409
    Object.assign(whom, { level: command.level, version: whom.version + 1 })
    return 200
  }
  const status = command.does === 'remove' ? 'deactivated' : 'active'
  if (whom.status === status) return 200
  Object.assign(whom, { status, version: whom.version + 1 })
  if (status === 'deactivated')
    for (const one of world.invitations) if (one.sender === command.whom && one.state === 'open') one.state = 'revoked'
  return 200
}

function accept(world: World, key: string): number {
  const invitation = world.invitations.find((one) => one.key === key)!
  if (invitation.state !== 'open') return 410
  const sender = world.people[invitation.sender]!
  if (sender.status !== 'active' || sender.level !== 'administrator') {
    invitation.state = 'invalid'
    return 410
  }
  invitation.state = 'accepted'
  world.people[invitation.email as Name] = { level: 'standard', status: 'active', version: 1 }
  return 200
}

export const permutations = <One>(all: One[]): One[][] =>
  all.length < 2
    ? [all]
    : all.flatMap((first, i) => permutations([...all.slice(0, i), ...all.slice(i + 1)]).map((rest) => [first, ...rest]))
