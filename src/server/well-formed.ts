// What cannot be read the same way by everybody is not read at all: bytes that are no text, JSON that is no object, characters no row can keep.

type Wrong = { code: 'bad_input'; message: string }
const say = (message: string): Wrong => ({ code: 'bad_input', message })
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** What is wrong with the form of a request, before anybody asks what it means; null when it is well formed. */
export async function malformed(request: Request): Promise<Wrong | null> {
  const { search } = new URL(request.url)
  if (search && !isReadable(search)) return say('The address has characters that cannot be kept.')
  if (request.body === null || request.method === 'GET' || request.method === 'HEAD') return null
  return wrongBody(new Uint8Array(await request.clone().arrayBuffer()))
}

function wrongBody(bytes: Uint8Array): Wrong | null {
  if (bytes.length === 0) return null
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return say('That is not text in UTF-8.')
  }
  try {
    const body: unknown = JSON.parse(text)
    if (!canBeKept(body)) return say('The text has a character or a name that cannot be kept.')
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? null : say('Send one JSON object.')
  } catch {
    return say('That is not well-formed JSON.')
  }
}

/** Walked by hand: a reviver is called for every number too, and a megabyte of them would hold up everybody. */
function canBeKept(value: unknown): boolean {
  if (typeof value === 'string') return isText(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(canBeKept)
  return Object.entries(value).every(([key, inside]) => key !== '__proto__' && isText(key) && canBeKept(inside))
}

function isReadable(search: string): boolean {
  try {
    return isText(decodeURIComponent(search.replaceAll('+', ' ')))
  } catch {
    return false
  }
}

/** NUL and half a character cannot be kept by the database. */
const isText = (text: string) => text.isWellFormed() && !text.includes('\0')
