// Files of the build, by a map made at start: no path of a request is ever joined to a folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileHeaders } from './headers.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.ico': 'image/x-icon',
}
export type Static = ReturnType<typeof filesOf>

export function filesOf(folder: string) {
  const found = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : []
  const files = new Map(
    found.map((entry) => [
      `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`,
      path.join(entry.parentPath, entry.name),
    ]),
  )
  const kept = new Map<string, Buffer>()
  return {
    path: (name: string) => files.get(`/${name}`),
    serve(asked: string): Response | undefined {
      const file = files.get(asked)
      const type = types[path.extname(asked)]
      if (!file || !type) return undefined
      if (!kept.has(asked)) kept.set(asked, readFileSync(file))
      return new Response(new Uint8Array(kept.get(asked)!), { headers: { ...fileHeaders, 'content-type': type } })
    },
  }
}
