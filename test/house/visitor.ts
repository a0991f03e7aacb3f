// Somebody with a browser: a cookie jar and a fetch that goes through the real HTTP handlers.
import type { TestHouse } from './house.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers as they come
export type Answer = { status: number; body: any; headers: Headers }

export function visitor(house: Pick<TestHouse, 'app' | 'origin'>, cookie = '') {
  const { origin } = house
  let jar = cookie
  const from = Array.from({ length: 4 }, () => Math.floor(Math.random() * 256)).join('.') // each from a machine of their own
  return {
    get cookie() {
      return jar
    },
    async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
      const sends: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
      const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
      const request = new Request(origin + path, {
        method,
        headers: { origin, 'x-forwarded-for': from, ...(jar && { cookie: jar }), ...sends, ...headers },
        body: text,
      })
      const response = await house.app.fetch(request)
      const set = response.headers.getSetCookie().map((one) => one.split(';')[0]!)
      if (set.length) jar = set.join('; ')
      const said = await response.text()
      return { status: response.status, body: parsed(said), headers: response.headers }
    },
  }
}
export type Visitor = ReturnType<typeof visitor>

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
