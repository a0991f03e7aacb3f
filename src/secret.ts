// The secret that signs sessions lives in a file only its owner can read. There is no default one: whoever knows it can be anybody.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Secrets printed in manuals. A start with one of them would look safe, and be open. */
const known = [
  'better-auth-secret-12345678901234567890',
  'secret',
  'changeme',
  'change-me',
  'password',
  'development',
  'insecure',
  'example',
]

/** Why a secret cannot be used, or undefined. */
export function weakness(text: string): string | undefined {
  if (text.length < 32) return 'is too short'
  if (new Set(text).size < 10 || known.some((word) => text.toLowerCase().replaceAll(word, '').length < 16)) return 'is well known'
  return undefined
}

/** The secret in this file of the data folder; `secret` is made at the first start, `secret.previous` only ever by hand. */
export function ownSecret(folder: string, name: 'secret' | 'secret.previous'): string | undefined {
  const file = path.join(folder, name)
  if (!fs.existsSync(file)) {
    if (name !== 'secret') return undefined
    keep(file, crypto.randomBytes(32).toString('base64url'))
  }
  const { mode } = fs.statSync(file)
  if (mode & 0o077) throw new Error(`${file} can be read by other users of this machine. Run: chmod 600 ${file}`)
  const text = fs.readFileSync(file, 'utf8').trim()
  const why = weakness(text)
  if (why)
    throw new Error(
      `The secret in ${file} ${why}. Write 32 characters or more that nobody can guess, or remove the file and a new one is made.`,
    )
  return text
}

/** Whole or not at all, and the first of two starts wins: a file that exists is complete. */
function keep(file: string, text: string) {
  const fresh = `${file}.${process.pid}`
  fs.rmSync(fresh, { force: true })
  const handle = fs.openSync(fresh, 'wx', 0o600)
  fs.writeSync(handle, `${text}\n`)
  fs.fsyncSync(handle)
  fs.closeSync(handle)
  try {
    fs.linkSync(fresh, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    fs.rmSync(fresh)
  }
}
