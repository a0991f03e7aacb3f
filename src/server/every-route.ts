// The server does not start with an operation that nobody decides: each names its row of the policy, or says why it is open.

type Tables = readonly { kind: string; policy: { actions: readonly string[] } }[]
type Procedure = { meta: Partial<Record<'action' | 'open', string>>; route: { method?: string; path?: string } }

/** Every operation of a router, with its place in it. */
function everyRoute(router: object, path: string[] = []): (Procedure & { name: string })[] {
  return Object.entries(router).flatMap(([name, node]: [string, object & { '~orpc'?: Procedure }]) => {
    const here = [...path, name]
    return node['~orpc'] ? { ...node['~orpc'], name: here.join('.') } : everyRoute(node, here)
  })
}

/** Throws on the first operation without a guard, with an action that a table has not, or at an address that is taken. */
export function checkRoutes(router: object, tables: Tables, needed: 'every' | 'some' = 'every') {
  const taken = new Map<string, string>()
  for (const { name, meta, route } of everyRoute(router)) {
    const { action, open } = meta
    if (!action === !open)
      throw new Error(`The operation ${name} names no action and does not say why it is open, so Rolecall does not start.`)
    if (action && !tables[needed](({ policy }) => policy.actions.includes(action)))
      throw new Error(`The operation ${name} is decided by "${action}", which is no row of the policy, so Rolecall does not start.`)
    const address = `${route.method} ${route.path?.replace(/\{\w+\}/g, '{}')}`
    if (taken.has(address)) throw new Error(`The operations ${taken.get(address)} and ${name} have one address: ${address}.`)
    taken.set(address, name)
  }
}
