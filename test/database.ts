// One PostgreSQL for the whole run, as users have it: the embedded one, fsync on, migrated by the program's own hand.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { livingPid } from '../src/db/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The administrator's address of the run's database; `openPool(inject('databaseUrl'), 'app')` logs in as less. */
    databaseUrl: string
  }
}

export default async function setup({ provide }: TestProject) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rolecall-test-'))
  fs.chmodSync(folder, 0o711) // started by root, PostgreSQL runs as nobody and passes through here
  const database = await startEmbedded(path.join(folder, 'postgres'), { home: path.join(folder, 'home') })
  const cutOff = () => {
    process.kill(livingPid(database.place)!, 'SIGINT')
    process.exit(1)
  }
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, cutOff)
  await migrate(database.url)
  provide('databaseUrl', database.url)
  return async () => {
    await database.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
