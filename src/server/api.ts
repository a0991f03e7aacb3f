// The API: one contract, two handlers (of an agency, and open to everybody), one document.
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { type AnyRouter, ORPCError, onError, ValidationError } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { Logger } from 'pino'
import { Refused } from '#core/contract.ts'
import { Refusal, type Said } from '#core/errors.ts'
import { toAnswer } from '#core/guard.ts'
import { spoken } from '#core/work/spoken.ts'

export type Api = { ofAgency: AnyRouter; open: AnyRouter; log: Logger }
type Operation = { operationId?: string; tags?: string[]; parameters?: object[]; responses?: object }
type Document = { paths?: Record<string, Record<string, Operation>> } & Record<string, unknown>

export function makeApi({ ofAgency, open, log }: Api) {
  let document: Promise<Document> | undefined
  const options = {
    customErrorResponseBodyEncoder: encode,
    interceptors: [onError((error: unknown) => unexpected(error, log))],
    clientInterceptors: [
      async ({ next }: { next: () => Promise<unknown> }) =>
        next().catch((error: unknown) => {
          throw answerable(error)
        }),
    ],
  } as never
  return {
    ofAgency: new OpenAPIHandler(ofAgency, options) as OpenAPIHandler<never> as unknown as { handle: Handle },
    open: new OpenAPIHandler(open, options) as unknown as { handle: Handle },
    document: () => (document ??= write(ofAgency, open)),
  }
}
type Handle = (
  request: Request,
  options: object,
) => Promise<{ matched: true; response: Response } | { matched: false; response: undefined }>

/** What the database or the shape of the input forbids becomes a refusal like any other. */
function answerable(error: unknown): unknown {
  if (error instanceof ORPCError) return error
  const known = spoken(error)
  return known instanceof Refusal ? toAnswer(known) : error
}

function encode(error: ORPCError<string, unknown>): Said {
  if (isSaid(error.data)) return error.data
  if (error.cause instanceof ValidationError && error.status === 400) return wrongFields(error.cause)
  if (error.status >= 500) return { code: 'unexpected', message: 'Something went wrong here. Nothing was changed.' }
  return {
    code: error.status === 400 ? 'bad_input' : error.code.toLowerCase(),
    message: error.status === 400 ? 'That is not well-formed JSON.' : error.message,
  }
}

const isSaid = (data: unknown): data is Said => typeof data === 'object' && data !== null && 'code' in data && 'message' in data

function wrongFields({ issues }: ValidationError): Said {
  const fields = Object.fromEntries(
    issues
      .slice(0, 20)
      .map(({ path = [], message }) => [
        path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.') || 'body',
        message,
      ]),
  )
  const [first] = Object.entries(fields)
  return { code: 'bad_input', message: first ? `${first[0]}: ${first[1]}` : 'Check what you sent.', fields }
}

function unexpected(error: unknown, log: Logger) {
  if (error instanceof ORPCError && error.status < 500) return
  log.error({ err: error instanceof ORPCError ? (error.cause ?? error) : error }, 'unexpected')
}

/** OpenAPI 3.1: both halves in one document; the agency's operations say in their path which agency. */
async function write(ofAgency: AnyRouter, open: AnyRouter): Promise<Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const options = {
    info: {
      title: 'Rolecall',
      version: '1',
      description:
        'Every operation names the row of the policy that decides it (`x-action`), or says why it is open (`x-public`). Sign in at `/api/auth/sign-in/email`.',
    },
    servers: [{ url: '/api' }],
    commonSchemas: { Refused: { schema: Refused } },
    customErrorResponseBodySchema: () => ({ $ref: '#/components/schemas/Refused' }),
  } as never
  const [inside, outside] = (await Promise.all([generator.generate(ofAgency, options), generator.generate(open, options)])) as unknown as [
    Document,
    Document,
  ]
  const agency = {
    name: 'agency',
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
    description: 'The id of the agency',
  }
  const paths = Object.entries(inside.paths ?? {}).map(([path, item]) => [`/agencies/{agency}${path}`, { parameters: [agency], ...item }])
  return finished({ ...outside, ...inside, paths: { ...outside.paths, ...Object.fromEntries(paths) } })
}

const refusals = [400, 401, 403, 404, 409, 410, 413, 415, 422, 429, 503]
/** Each operation says which refusals it answers with, and which feature it belongs to. */
function finished(document: Document): Document {
  const body = { description: 'Not done, and why', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } } }
  for (const item of Object.values(document.paths ?? {}))
    for (const operation of Object.values(item))
      if (operation.operationId) {
        operation.tags = [operation.operationId.slice(0, operation.operationId.indexOf('.'))]
        Object.assign(operation.responses ?? {}, Object.fromEntries(refusals.map((status) => [status, body])))
      }
  return document
}
