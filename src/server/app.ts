// HTTP: every request comes in here, is given a number, a visitor and its headers, and goes to one of four doors.
import { readFile } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { Refusal } from '#core/errors.ts'
import type { Visit } from '#core/guard.ts'
import { loginOf, tokenOf } from '#core/sign-in/session.ts'
import { spoken } from '#core/work/spoken.ts'
import { requestId } from '#core/work/trail.ts'
import { type Api, makeApi } from './api.ts'
import { crossSite } from './cross-site.ts'
import { docsPage } from './docs.ts'
import { pageHeaders, plainHeaders } from './headers.ts'
import { signInDoor } from './sign-in-door.ts'
import { sourceOf } from './source.ts'
import type { Static } from './static.ts'
import { malformed } from './well-formed.ts'

export type House = Pick<Visit, 'works' | 'auth' | 'logins' | 'live' | 'origin' | 'demo'> & {
  secrets: readonly string[]
  trustedProxies: number
  api: Api
  files: Static
  log: Logger
  ready: () => Promise<void>
}
type Env = { Variables: { request: string }; Bindings: { incoming?: { socket: { remoteAddress?: string } } } }

const megabyte = 1024 * 1024
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function makeApp(house: House) {
  const { logins, secrets, origin, log, files } = house
  const handlers = makeApi(house.api)
  const app = new Hono<Env>()

  const said = (refusal: Refusal) =>
    Response.json(refusal.said, {
      status: refusal.status,
      headers: { ...plainHeaders, ...(refusal.status === 503 && { 'retry-after': '2' }) },
    })
  const refuse = (status: Refusal['status'], code: string, message: string) => said(new Refusal(status, { code, message }))

  app.onError((error, c) => {
    const known = spoken(error)
    if (known instanceof Refusal) return said(known)
    log.error({ err: error, request: c.get('request') }, 'unexpected')
    return Response.json(
      { code: 'unexpected', message: `Something went wrong here. Nothing was changed. Number: ${c.get('request')}.` },
      { status: 500, headers: plainHeaders },
    )
  })
  app.notFound((c) =>
    c.req.path.startsWith('/api') ? refuse(404, 'not_found', 'There is nothing at this address.') : page('index.html', pageHeaders, 404),
  )

  app.use(async (c, next) => {
    c.set('request', requestId())
    await next()
  })
  app.use('/api/*', bodyLimit({ maxSize: megabyte, onError: () => refuse(413, 'too_large', 'That is more than 1 MB. Send less at once.') }))
  app.use('/api/*', async (c, next) => {
    const no = crossSite(c.req.raw, origin)
    if (no) return refuse(no.status, no.code, no.message)
    const wrong = await malformed(c.req.raw)
    return wrong ? refuse(400, wrong.code, wrong.message) : next()
  })

  app.get('/healthz', () => Response.json({ ok: true }, { headers: plainHeaders }))
  app.get('/readyz', async () => {
    await house.ready()
    return Response.json({ ok: true }, { headers: plainHeaders })
  })

  app.on(['GET', 'POST'], '/api/auth/*', (c) => signInDoor(house, c.req.raw, source(c)))
  app.get('/api/openapi.json', async () => Response.json(await handlers.document(), { headers: plainHeaders }))
  app.get('/api/docs', async () => (await docsPage(undefined))!)
  app.get('/api/docs/:file', async (c) => (await docsPage(c.req.param('file'))) ?? refuse(404, 'not_found', 'There is no such file.'))
  app.all('/api/agencies/:agency/*', async (c) => answered(c, `/api/agencies/${c.req.param('agency')}`, c.req.param('agency')))
  app.all('/api/*', async (c) => answered(c, '/api', ''))

  app.get(
    '*',
    (c) =>
      files.serve(c.req.path) ??
      (looksLikeFile(c.req.path) ? refuse(404, 'not_found', 'There is no such file.') : page('index.html', pageHeaders)),
  )
  return app

  /** Where a request really comes from, by our own socket: never by what it says of itself. */
  function source({ env, req }: Context<Env>) {
    return sourceOf(env?.incoming?.socket.remoteAddress, req.raw.headers, house.trustedProxies)
  }
  async function answered(c: Context<Env>, prefix: `/${string}`, agency: string) {
    const { raw: request } = c.req
    const number = c.get('request')
    if (agency && !uuid.test(agency)) return refuse(404, 'not_found', 'There is no such agency.')
    const answer = new Headers({ ...plainHeaders, 'x-request-id': number })
    const headers = new Headers(request.headers)
    headers.set('x-rolecall-source', source(c))
    const login = await loginOf(logins, tokenOf(request.headers, secrets, origin))
    const visit = {
      ...house,
      login,
      agency,
      headers,
      answer,
      request: number,
      action: '',
      after: () => {},
      work: undefined as never,
    }
    const { matched, response } = await (agency ? handlers.ofAgency : handlers.open).handle(request, { prefix, context: visit })
    if (!matched) return refuse(404, 'not_found', 'There is nothing at this address.')
    for (const [name, value] of answer) name === 'set-cookie' ? response.headers.append(name, value) : response.headers.set(name, value)
    if (response.status === 503) response.headers.set('retry-after', '2')
    return response
  }
  async function page(name: string, headers: Record<string, string>, status = 200) {
    const file = files.path(name)
    return file
      ? new Response(await readFile(file), { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
      : refuse(404, 'not_found', 'The pages have not been built. Run npm run build.')
  }
}

const looksLikeFile = (path: string) => /\.[a-z0-9]{2,5}$/i.test(path)
