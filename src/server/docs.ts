// The API's own page: Swagger UI from our own server, so it works without any other.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { docsHeaders, fileHeaders } from './headers.ts'

const folder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const files: Record<string, string> = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' }

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Rolecall API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="api" aria-label="Rolecall API"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'list', tryItOutEnabled: false, displayOperationId: true, showExtensions: true })`

/** `/api/docs` and its three files; undefined for anything else. */
export async function docsPage(name: string | undefined): Promise<Response | undefined> {
  if (name === undefined) return new Response(page, { headers: { ...docsHeaders, 'content-type': 'text/html; charset=utf-8' } })
  if (name === 'start.js') return new Response(start, { headers: { ...docsHeaders, 'content-type': 'text/javascript' } })
  const type = files[name]
  return type
    ? new Response(new Uint8Array(await readFile(path.join(folder, name))), { headers: { ...fileHeaders, 'content-type': type } })
    : undefined
}
