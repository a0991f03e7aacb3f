// A PostgreSQL of one's own, as DATABASE_URL names it: on a port of this machine, with a password, and flags of our choice.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { nativeFolder, nobody } from '../../src/db/places.ts'
import { ask, isRoot, someFolder } from './processes.ts'

const debian = '/usr/lib/postgresql'
/** What is there to try: the version of the libraries, and every one Debian has installed. */
export const versions = ['18', ...(fs.existsSync(debian) ? fs.readdirSync(debian) : [])].filter((one, at, all) => all.indexOf(one) === at)

export async function ownPostgres(version = '18', flags: Record<string, string> = {}) {
  const uid = isRoot ? nobody : undefined
  const home = someFolder(0o755)
  const bin = version === '18' ? path.join(nativeFolder(uid, home), 'bin') : `${debian}/${version}/bin`
  const folder = someFolder(0o700)
  if (uid !== undefined) fs.chownSync(folder, uid, uid)
  const as = { uid, gid: uid, cwd: folder, env: { LC_ALL: 'C' } }
  const password = path.join(folder, '..', `${path.basename(folder)}.password`)
  fs.writeFileSync(password, 'hunter2')
  const data = path.join(folder, 'data')
  const made = spawnSync(
    `${bin}/initdb`,
    ['-D', data, '-U', 'boss', '-A', 'scram-sha-256', '-E', 'UTF8', '--no-locale', '--pwfile', password],
    { ...as, encoding: 'utf8' },
  )
  fs.rmSync(password)
  if (made.status !== 0) throw new Error(made.stderr)
  const port = await freePort()
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), ...flags }
  const child = spawn(`${bin}/postgres`, ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    ...as,
    stdio: 'ignore',
  })
  const url = (user: string, name = 'postgres') => `postgres://${user}:hunter2@127.0.0.1:${port}/${name}`
  while (!(await ask(url('boss'), 'select 1').catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ${version} ended with ${child.exitCode}`)
    await wait(20)
  }
  return {
    /** As its superuser. */
    url: url('boss'),
    /** A database with an owner who is no superuser, the way a provider hands it out. */
    async provided(attributes: string) {
      const [user, name] = [`user_${Date.now()}`, `db_${Date.now()}`]
      await ask(url('boss'), `create role ${user} login password 'hunter2' ${attributes}`)
      await ask(url('boss'), `create database ${name} owner ${user}`)
      return url(user, name)
    },
    async stop() {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGINT')
      await gone
      fs.rmSync(folder, { recursive: true })
      fs.rmSync(home, { recursive: true })
    },
  }
}

export const freePort = () =>
  new Promise<number>((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => done(port))
    })
  })
