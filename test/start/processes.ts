// What the stories about starting need: folders, servers in processes of their own, and somebody who writes all the time.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll } from 'vitest'
import type { Embedded } from '../../src/db/embedded.ts'
import { livingPid } from '../../src/db/postgres.ts'

export const isRoot = process.getuid?.() === 0
export const clone = path.resolve(import.meta.dirname, '../..')

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own that other users may pass through (0711) or, with 0700, not; gone after the file's last story. */
export function someFolder(mode = 0o711) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rc-'))
  fs.chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

export type Holder = Pick<Embedded, 'url' | 'adopted' | 'place'> & { process: ChildProcess; ms: number; said: () => string }
type As = { uid?: number; home?: string; from?: string }

/** A server process on this folder. Rejects with what it says when it ends instead of starting. */
export async function hold(folder: string, { uid, home = `${folder}-home`, from = clone }: As = {}): Promise<Holder> {
  const began = performance.now()
  const child = spawn(process.execPath, [path.join(from, 'test/start/holder.ts'), folder, home], {
    uid,
    gid: uid,
    cwd: '/',
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out = await new Promise<string>((resolve, reject) => {
    let wrong = ''
    child.stderr.on('data', (text) => (wrong += text))
    child.stdout.once('data', (text) => resolve(String(text)))
    child.once('error', reject)
    child.once('exit', (code) => reject(Object.assign(new Error(wrong.trim()), { code, ms: performance.now() - began })))
  })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  return { ...JSON.parse(out), process: child, ms: performance.now() - began, said: () => said }
}

export const kill = (holder: Holder) => ended(holder.process, 'SIGKILL')
export const stop = (holder: Holder) => ended(holder.process, 'SIGTERM')

function ended(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise<void>((done) => {
    child.once('exit', () => done())
    child.kill(signal)
  })
}

/** The number of the PostgreSQL that runs there. */
export const postmaster = livingPid
export const killPostgres = (place: string) => process.kill(livingPid(place)!, 'SIGKILL')

export async function ask<Row extends object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

/** Writes rows one after the other, through every interruption, and remembers which were acknowledged. */
export async function writer(url: string) {
  await ask(url, 'create table if not exists written (id int primary key)')
  const acknowledged: number[] = []
  let going = true
  const run = async () => {
    for (let next = 0; going; ) {
      const client = new pg.Client(url)
      client.on('error', () => {})
      try {
        await client.connect()
        while (going) {
          const id = next++
          await client.query('insert into written values ($1)', [id])
          acknowledged.push(id)
        }
        await client.end()
      } catch {
        await wait(20)
      }
    }
  }
  const running = run()
  return {
    acknowledged,
    /** Comes back when so many more rows were acknowledged. */
    more: async (rows: number) => {
      const enough = acknowledged.length + rows
      while (acknowledged.length < enough) await wait(5)
    },
    end: async () => {
      going = false
      await running
    },
  }
}

/** Acknowledged rows that are not there. */
export async function lostRows(url: string, acknowledged: number[]) {
  const there = new Set((await ask<{ id: number }>(url, 'select id from written')).map((row) => row.id))
  return acknowledged.filter((id) => !there.has(id))
}
