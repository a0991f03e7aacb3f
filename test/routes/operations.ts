// The route table, read from the running contracts: what is added there is asked here, without anybody remembering to.
import { existsSync } from 'node:fs'
import { type ZodType, z } from 'zod'
import type { Guard } from '#core/contract.ts'
import { coreContract, openContract } from '#core/contracts.ts'
import type { Kind } from '#db/tables.ts'
import { portals, roomContracts } from '../../src/portals.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Operation = {
  /** `people.setLevel`: its place in the contract. */
  name: string
  method: Method
  path: string
  /** The row of the policy that decides; nothing for what is open. */
  action: string | undefined
  streams: boolean
  alone: boolean
  /** A room's operation exists in one kind of agency only. */
  kind: Kind | undefined
  input: ZodType | undefined
}
type Contracted = { '~orpc': { meta: Guard; route: { method: Method; path: string }; inputSchema?: ZodType } }
type Tree = { [name: string]: Tree | Contracted }

function walk(tree: Tree, path: string[], kind?: Kind): Operation[] {
  return Object.entries(tree).flatMap(([name, node]) => {
    if (!('~orpc' in node)) return walk(node as Tree, [...path, name], kind)
    const { meta, route, inputSchema } = (node as Contracted)['~orpc']
    const guard = 'action' in meta ? meta : undefined
    return {
      name: [...path, name].join('.'),
      method: route.method,
      path: route.path,
      action: guard?.action,
      streams: guard?.streams ?? false,
      alone: guard?.alone ?? false,
      kind,
      input: inputSchema,
    }
  })
}

const rooms = await Promise.all(
  (Object.keys(portals) as Kind[]).map(async (kind) => {
    const file = new URL(`../../src/portals/${kind}/contract.ts`, import.meta.url)
    if (!existsSync(file)) return []
    const trees = Object.values(await import(/* @vite-ignore */ file.pathname)) as Tree[]
    return trees.filter((tree) => Object.keys(tree).some((name) => name in roomContracts)).flatMap((tree) => walk(tree, [], kind))
  }),
)
/** What needs a person of the agency. */
export const ofAgency: Operation[] = [...walk(coreContract as never, []), ...rooms.flat()]
/** What is open to everybody. */
export const open: Operation[] = walk(openContract as never, [])
export const writes = ({ method }: Operation) => method !== 'GET'
export const of = (name: string): Operation => {
  const found = [...ofAgency, ...open].find((one) => one.name === name)
  if (!found) throw new Error(`There is no operation ${name}.`)
  return found
}
/** The names of its path: `/people/{id}/switches/{name}` has id and name. */
export const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
export const fieldsOf = ({ input }: Operation) =>
  input ? Object.keys((z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }).properties as object) ?? {}) : []

/** Puts an input where it belongs: names of the path into the path, the rest into query or body. */
export function request({ method, path }: Pick<Operation, 'method' | 'path'>, input: Record<string, unknown> = {}) {
  const inPath = namesIn(path)
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(input[name])))
  const rest = Object.fromEntries(Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined))
  if (method === 'GET')
    return { method, path: `${filled}${Object.keys(rest).length ? `?${new URLSearchParams(rest as never)}` : ''}`, body: undefined }
  return { method, path: filled, body: Object.keys(rest).length ? rest : undefined }
}
