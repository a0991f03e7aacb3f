import routes from 'virtual:routes'
import { createORPCClient } from '@orpc/client'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { coreContract, openContract } from '#core/contracts.ts'
import type { roomContracts } from '../portals.ts'
import { Refused, refusalOf, silence } from './api.ts'

// Only methods and paths are bundled; shapes are checked by the server and known here as types.
async function ask(request: Request, init: object): Promise<Response> {
  const answer = await fetch(request, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refused(0, silence)
  })
  if (answer.ok) return answer
  throw await refusalOf(answer)
}
function client<C>(contract: unknown, path: string): C {
  const link = new OpenAPILink(contract as AnyContractRouter, { url: () => `${location.origin}${path}`, fetch: ask })
  return createORPCClient(link) as C
}

/** What core offers an agency, and what the rooms add to it. */
export type AgencyClient = JsonifiedClient<ContractRouterClient<typeof coreContract & typeof roomContracts>>
export type OpenClient = JsonifiedClient<ContractRouterClient<typeof openContract>>

/** What is open to everybody: `openApi.session.get()`. */
export const openApi = client<OpenClient>(routes.open, '/api')

const agencies = new Map<string, AgencyClient>()
/** The operations of one agency: `agencyApi(id).people.edit({ id, version, name })`. Throws `Refused`. */
export function agencyApi(agency: string): AgencyClient {
  const known = agencies.get(agency) ?? client<AgencyClient>(routes.agency, `/api/agencies/${agency}`)
  agencies.set(agency, known)
  return known
}
