// The only door to the contract's builder: an operation is born with its action, or says why it is open to everybody.
import { oc } from '@orpc/contract'
import { z } from 'zod'

export type Guard<A extends string = string> = { action: A; alone?: true; streams?: true } | { open: string }
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Path = `/${string}`

export const WhoCan = z.object({ id: z.string().optional(), name: z.string().optional(), title: z.string(), seen: z.string().nullish() })
/** What every refusal says; the same four fields from 400 to 503. `fields` names wrong inputs, `current` the record as it is now. */
export const Refused = z.object({
  code: z.string(),
  message: z.string(),
  action: z.string().optional(),
  whoCan: z.array(WhoCan).optional(),
  fields: z.record(z.string(), z.string()).optional(),
  current: z.unknown().optional(),
})

const guarded = <A extends string>(guard: Guard<A>, method: Method, path: Path) =>
  oc.$meta<Guard<A>>(guard).route({
    method,
    path,
    inputStructure: 'compact',
    spec: (operation) =>
      ({ ...operation, ...('action' in guard ? { 'x-action': guard.action } : { 'x-public': true }) }) as typeof operation,
  })

export const doors = <A extends string>() => ({
  action: (action: A, method: Method, path: Path) => guarded<A>({ action }, method, path),
  /** Changes rights: holds the agency alone while it does. */
  alone: (action: A, method: Method, path: Path) => guarded<A>({ action, alone: true }, method, path),
  stream: (action: A, path: Path) => guarded<A>({ action, streams: true }, 'GET', path),
  open: (why: string, method: Method, path: Path) => guarded<A>({ open: why }, method, path),
})
