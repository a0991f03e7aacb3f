// An open page: what it hears of its agency, how soon, and whether it still hears anything.
import { setTimeout as wait } from 'node:timers/promises'
import { origin, type TestHouse } from '../house/house.ts'

type Heard = { noun: string; id?: string }

/** Opens the stream of changes on a server, and waits for its first word. */
export async function openPage(on: TestHouse, agency: string, cookie: string) {
  const leaving = new AbortController()
  const asked = new Request(`${origin}/api/agencies/${agency}/changes`, { headers: { origin, cookie }, signal: leaving.signal })
  const { status, body } = await on.app.fetch(asked)
  const heard: Heard[] = []
  let ended = false
  void listen().catch(() => {})
  async function listen() {
    try {
      if (status !== 200) return
      for await (const part of body!.pipeThrough(new TextDecoderStream()))
        for (const [, data] of part.matchAll(/^data: (\{.*\})$/gm)) heard.push(JSON.parse(data!) as Heard)
    } finally {
      ended = true
    }
  }
  const until = async (fits: () => boolean) => {
    for (const since = performance.now(); performance.now() - since < 5000; await wait(5)) if (fits()) return performance.now() - since
    return Number.POSITIVE_INFINITY
  }
  if (status === 200) await until(() => heard.length > 0)
  return {
    status,
    heard,
    /** Milliseconds until it ended. */
    end: () => until(() => ended),
    /** Milliseconds until it heard of such a thing. */
    hears: (noun: string) => until(() => heard.some((one) => one.noun === noun)),
    /** Milliseconds until it heard of such a thing, or ended because the server was too busy to ask: then a page opens it anew. */
    hearsOrEnds: (noun: string) => until(() => ended || heard.some((one) => one.noun === noun)),
    /** Goes away, as a closed window does: nobody waits for what the server still says. */
    async leave() {
      leaving.abort()
    },
  }
}
