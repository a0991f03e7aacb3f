// Argon2id from Node's own crypto, written as a PHC string, so that the parameters can rise later.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const hashing = promisify(argon2)
const now = { memory: 19_456, passes: 2, parallelism: 1 } // 19 MiB, about 30 ms
export const passwordLength = { least: 10, most: 128 }

// A flood of sign-ins waits in line here, instead of taking all memory and all threads.
const most = 2
let running = 0
const waiting: (() => void)[] = []
async function inLine<T>(todo: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((go) => waiting.push(go))
  running++
  try {
    return await todo()
  } finally {
    running--
    waiting.shift()?.()
  }
}

const compute = (password: string, nonce: Buffer, p: typeof now) =>
  inLine(() => hashing('argon2id', { message: Buffer.from(password), nonce, tagLength: 32, ...p }))
const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`: the password as it was typed, neither trimmed nor cut. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  return `$argon2id$v=19$m=${now.memory},t=${now.passes},p=${now.parallelism}$${b64(nonce)}$${b64(await compute(password, nonce, now))}`
}

export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash)
  if (!parts || Buffer.byteLength(password) > 4 * passwordLength.most) return false
  const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number]
  const good = Buffer.from(parts[5]!, 'base64')
  const given = Buffer.from(await compute(password, Buffer.from(parts[4]!, 'base64'), { memory, passes, parallelism }))
  return given.length === good.length && timingSafeEqual(given, good)
}
