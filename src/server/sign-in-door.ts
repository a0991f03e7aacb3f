// Sign-in's own addresses are answered by its library; its refusals leave in our form, with our headers.
import type { Visit } from '#core/guard.ts'
import { cookiesForLibrary } from '#core/sign-in/session.ts'
import { plainHeaders } from './headers.ts'

const inWords: Record<number, { code: string; message: string }> = {
  401: { code: 'signed_out', message: 'Sign in to go on.' },
  403: { code: 'forbidden', message: 'That is not allowed.' },
  404: { code: 'not_found', message: 'There is nothing at this address.' },
  429: { code: 'too_many', message: 'That was tried too often. Wait a little.' },
}
const otherwise = { code: 'bad_input', message: 'Check what you sent.' }
const broken = { code: 'unexpected', message: 'Something went wrong here. Nothing was changed.' }

type Door = Pick<Visit, 'auth' | 'logins' | 'origin'> & { secrets: readonly string[] }

export async function signInDoor({ auth, logins, origin, secrets }: Door, request: Request, source: string): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('x-rolecall-source', source)
  headers.set('cookie', await cookiesForLibrary(logins, request.headers, secrets, origin))
  const answer = await auth.handler(new Request(request, { headers }))
  const said = new Headers(answer.headers)
  for (const [name, value] of Object.entries(plainHeaders)) said.set(name, value)
  // The library follows `callbackURL` wherever it leads; links of ours lead nowhere else.
  if (!isOurs(said.get('location'), origin)) {
    said.delete('location')
    return Response.json(
      { code: 'bad_input', message: 'This link leads to another site, so it is not followed.' },
      { status: 400, headers: said },
    )
  }
  if (answer.status < 400) return new Response(answer.body, { status: answer.status, headers: said })
  const body = (await answer.json().catch(() => null)) as object | null
  said.delete('content-length')
  const words =
    answer.status >= 500 ? broken : { ...(inWords[answer.status] ?? otherwise), ...text(body, 'code'), ...text(body, 'message') }
  return Response.json(words, { status: answer.status, headers: said })
}

const isOurs = (location: string | null, origin: string) =>
  location === null || (URL.canParse(location, origin) && new URL(location, origin).origin === origin)
const text = (body: object | null, name: string) => {
  const value = (body as Record<string, unknown> | null)?.[name]
  return typeof value === 'string' && value ? { [name]: value } : {}
}
