// The PostgreSQL process itself: make its folder, launch it, ask whether it answers, stop it.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { nativeFolder } from './places.ts'

export type Place = { data: string; uid: number | undefined; home: string }

/** The name tells pools.ts that this PostgreSQL is ours, and that they may log in as less. */
export const administrator = 'rolecall_embedded'
export const urlOf = (data: string) => `postgres://${administrator}@/postgres?host=${encodeURIComponent(data)}&port=5432`

/** Is somebody there? Waits while it is starting, or recovering after a crash (57P03). */
export async function answers(url: string): Promise<boolean> {
  for (;;) {
    const client = new pg.Client(url)
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (code === 'ENOENT' || code === 'ECONNREFUSED') return false
      if (code === '28000')
        throw new Error(`PostgreSQL on this folder belongs to another user of this machine. Start Rolecall as that user. (${message})`)
      if (code !== '57P03' && code !== 'ECONNRESET' && code !== 'EPIPE' && message !== 'Connection terminated unexpectedly') throw error
      await wait(20)
    }
  }
}

/** Start it on its folder, made before if there is nothing yet, and come back when it answers. */
export async function launch(place: Place) {
  const native = nativeFolder(place.uid, place.home)
  const as = { uid: place.uid, gid: place.uid, cwd: place.data, env: { LC_ALL: 'C', TZ: 'UTC' } }
  if (!fs.existsSync(path.join(place.data, 'PG_VERSION'))) initialise(native, place.data, as)
  if (!fs.existsSync(path.join(place.data, 'PG_VERSION')))
    throw new Error(`${place.data} is not empty, and holds no database. Set ROLECALL_DATA to another folder.`)
  const made = fs.readFileSync(path.join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (made !== '18')
    throw new Error(`The data in ${place.data} was made by PostgreSQL ${made}, and this is 18. Set ROLECALL_DATA to another folder.`)
  letIn(place)
  for (const until = Date.now() + 10_000; ; await wait(100)) {
    if (livingPid(place.data) === undefined) forgetTheDead(place.data)
    const problem = await run(path.join(native, 'bin', 'postgres'), place.data, as)
    if (!problem) return
    // another start is a moment ahead, or the last processes of a killed PostgreSQL are still going
    if (!/lock file|shared memory block/.test(problem) || Date.now() > until) throw new Error(`PostgreSQL does not start: ${problem}`)
  }
}

/** One attempt: nothing when it answers, else its last words. */
async function run(binary: string, data: string, as: { uid: number | undefined; gid: number | undefined }): Promise<string | undefined> {
  const safe = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } // said here, so no edit of postgresql.conf can switch them off
  const flags = { ...safe, listen_addresses: '', unix_socket_directories: data, unix_socket_permissions: '0700' }
  const file = path.join(data, 'server.log')
  const log = fs.openSync(file, 'a', 0o600)
  const child = spawn(
    binary,
    ['-D', data, ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...as, detached: true, stdio: ['ignore', log, log] }, // a file, not a pipe: an orphan must be able to go on writing
  )
  child.unref()
  fs.closeSync(log)
  let ended: string | undefined
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code, signal) => (ended ??= `${signal ?? `exit code ${code}`}`))
  while (!(await answers(urlOf(data)))) {
    if (ended !== undefined) return `${ended}, ${fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-2).join(' ')} (${file})`
    await wait(10)
  }
  return undefined
}

/** Made beside its place and moved there whole, so neither a crash in the middle nor two starts at once leave half a database. */
function initialise(native: string, data: string, as: { uid: number | undefined; gid: number | undefined; env: NodeJS.ProcessEnv }) {
  for (const old of fs.globSync(`${data}.new-*`)) if (Date.now() - fs.statSync(old).mtimeMs > 600_000) fs.rmSync(old, { recursive: true })
  const fresh = fs.mkdtempSync(`${data}.new-`)
  if (as.uid !== undefined) fs.chownSync(fresh, as.uid, as.uid)
  try {
    const flags = ['-U', administrator, '-A', 'peer', '-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8']
    const made = spawnSync(path.join(native, 'bin', 'initdb'), ['-D', fresh, ...flags], { ...as, cwd: fresh, encoding: 'utf8' })
    if (made.status !== 0) throw new Error(`The database cannot be made in ${data}: ${made.error?.message ?? made.stderr.trim()}`)
    fs.renameSync(fresh, data)
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true })
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error // somebody else was faster, and has the folder
  }
}

/** Peer: the kernel says who is at the other end of the socket, so there is no password to keep. Written anew, the clone may have moved to another user. */
function letIn({ data, uid }: Place) {
  fs.writeFileSync(path.join(data, 'pg_hba.conf'), 'local all all peer map=us\n')
  fs.writeFileSync(path.join(data, 'pg_ident.conf'), `us "${os.userInfo().username}" all\n`)
  if (uid !== undefined) for (const name of ['pg_hba.conf', 'pg_ident.conf']) fs.chownSync(path.join(data, name), uid, uid)
}

/** After a power cut its number may belong to some other program, or to a dead process nobody has buried: PostgreSQL would wait for that one. */
function forgetTheDead(data: string) {
  for (const file of ['postmaster.pid', '.s.PGSQL.5432.lock']) fs.rmSync(path.join(data, file), { force: true })
}

/** Ask it to end now (SIGINT: roll back what runs, write a checkpoint), and wait until it has. */
export async function stopPostgres(data: string) {
  const pid = livingPid(data)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  for (const until = Date.now() + 20_000; livingPid(data) === pid; await wait(5))
    if (Date.now() > until) return void process.kill(pid, 'SIGQUIT')
}

/** The number in its file, if a living PostgreSQL bears it. */
export function livingPid(data: string): number | undefined {
  try {
    const pid = Number(fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    if (process.platform !== 'linux') return pid
    const [, name, state] = /\((.*)\) (.)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))!
    return name === 'postgres' && state !== 'Z' && state !== 'X' ? pid : undefined
  } catch {
    return undefined
  }
}
