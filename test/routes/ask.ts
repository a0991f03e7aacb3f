// One request as whoever holds a cookie, with the answer as it was sent: byte by byte.
import { cookieOf } from '../house/cast.ts'
import { origin, type TestHouse } from '../house/house.ts'
import { type Operation, request } from './operations.ts'
import type { Stage } from './stage.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers as they come
export type Said = { status: number; text: string; body: any; headers: Headers }
export type Raw = { method: string; path: string; body?: unknown; cookie?: string; headers?: Record<string, string> }

export async function ask({ app }: Pick<TestHouse, 'app'>, { method, path, body, cookie, headers }: Raw): Promise<Said> {
  const text = body === undefined ? undefined : typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  const sends: Record<string, string> = text === undefined ? {} : { 'content-type': 'application/json' }
  const asked = new Request(path.startsWith('http') ? path : origin + path, {
    method,
    headers: { origin, 'x-forwarded-for': elsewhere(), ...(cookie && { cookie }), ...sends, ...headers },
    body: text as never,
  })
  const answer = await app.fetch(asked)
  const said = answer.headers.get('content-type')?.startsWith('text/event-stream') ? await firstEvent(answer) : await answer.text()
  return { status: answer.status, text: said, body: parsed(said), headers: answer.headers }
}

let steps = 0
/** Every request from another place, so that no limit answers instead of the operation; heard by houses with one trusted proxy. */
const elsewhere = () => `10.${process.pid & 255}.${(++steps >> 8) & 255}.${steps & 255}`

/** One operation in this agency, with this input. */
export const call = (
  house: Pick<TestHouse, 'app'>,
  agency: string,
  operation: Operation,
  input: Record<string, unknown>,
  cookie?: string,
) => {
  const { method, path, body } = request(operation, input)
  return ask(house, { method, path: `/api/agencies/${agency}${path}`, body, cookie })
}
export const cookie = (at: Stage, name: string) => cookieOf(at.people[name]!.token)

async function firstEvent(answer: Response) {
  const reader = answer.body!.getReader()
  let text = ''
  while (!text.includes('\n\n')) {
    const { done, value } = await reader.read()
    if (done) break
    text += Buffer.from(value).toString()
  }
  await reader.cancel()
  return text
}
function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
