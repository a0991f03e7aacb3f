/** Somebody who can do what was refused; named only when the asker may see them. */
export type WhoCan = { id?: string; name?: string; title: string; seen?: string | null }
/** Why something is not done. `moment`: not a right is missing but the time is wrong. */
export type Why = { code: string; message: string; moment?: boolean }
export type Can = true | Why
export type Said = Why & { action?: string; whoCan?: WhoCan[]; fields?: Record<string, string>; current?: unknown }
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Params = Record<string, string | number | boolean | undefined | null>

/** The server's "not done", as it was said. Status 0: no answer came. */
export class Refused extends Error {
  readonly status: number
  readonly said: Said
  readonly request: string | null
  constructor(status: number, said: Said, request: string | null = null) {
    super(said.message)
    this.status = status
    this.said = said
    this.request = request
  }
}

export const silence: Said = { code: 'no_answer', message: 'The server does not answer right now. What you typed stays here.' }
const fault: Said = { code: 'fault', message: 'Something broke on our side. Nothing was changed.' }

/** One request outside the contract (sign-in, demo). Answers the JSON, or throws `Refused` with the server's sentence. */
export async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const said = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? { accept: 'application/json' } : { accept: 'application/json', 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refused(0, silence)
  })
  if (!said.ok) throw await refusalOf(said)
  return parsed(await said.text()) as T
}

/** The refusal in an answer that is not ok. */
export async function refusalOf(answer: Response): Promise<Refused> {
  const json = parsed(await answer.text())
  return new Refused(answer.status, isSaid(json) ? json : fault, answer.headers.get('x-request-id'))
}

/** The path with its query; what is empty is left out. */
export function withQuery(path: string, params: Params): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== null && value !== '' && value !== false) query.set(name, String(value))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** Any error as the sentence to show. */
export const sentence = (error: unknown): Said => (error instanceof Refused ? error.said : fault)

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
const isSaid = (json: unknown): json is Said => typeof (json as Said | undefined)?.message === 'string'
