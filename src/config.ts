// Every setting once: its name, its default, its sentence. A wrong one stops the start and says what to write instead.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ownSecret, weakness } from './secret.ts'

const root = path.resolve(import.meta.dirname, '..')
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
const address = /^([^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/
const waivable = ['fsync', 'synchronous_commit', 'full_page_writes']

/** `write` finishes the sentence "Write …"; a `secret` may also come from a file, by NAME_FILE, and is never repeated in a message. */
export const settings = [
  {
    name: 'PORT',
    default: '3000',
    sentence: 'The port the server listens on.',
    write: 'a number from 1 to 65535',
    read: wholeNumber(1, 65_535),
  },
  {
    name: 'ROLECALL_URL',
    default: 'http://localhost:PORT',
    sentence: 'The address people type: links in mails and the cookie follow it. At localhost only this machine can connect.',
    write: 'an origin without a path, such as https://rolecall.example.com',
    read: z.string().refine(isOrigin).transform(originOf),
  },
  {
    name: 'ROLECALL_DATA',
    default: 'data',
    sentence:
      'The folder that keeps the database and the secret. A relative path starts at the clone; the demo uses `data-demo`, or `demo` inside this one.',
    write: 'the path of a folder this user may write to',
    read: z.string().refine((text) => !text.includes('\0')),
  },
  {
    name: 'ROLECALL_HOME',
    default: '/var/lib/rolecall',
    sentence:
      'Started by root, PostgreSQL runs as nobody. Where nobody cannot enter the clone, the database and a copy of its binaries live here.',
    write: 'an absolute path that every user may enter',
    read: z.string().refine(path.isAbsolute),
  },
  {
    name: 'DATABASE_URL',
    secret: true,
    sentence:
      'Your own PostgreSQL, 15 or newer. Without it, one is started in the data folder. Its user may create roles, or the roles are there.',
    write: 'an address such as postgres://user:password@host:5432/database',
    read: z.string().regex(/^postgres(ql)?:\/\/\S*$/),
  },
  {
    name: 'ROLECALL_ALLOW_UNSAFE_DATABASE',
    sentence: 'What may be off in your own PostgreSQL, although a power cut then loses acknowledged changes.',
    write: `names from ${waivable.join(', ')}, with commas between them`,
    read: z
      .string()
      .transform((text) => text.split(',').map((name) => name.trim()))
      .pipe(z.array(z.enum(waivable))),
  },
  {
    name: 'SMTP_URL',
    secret: true,
    sentence: 'The server that sends mails. Without it they wait in the outbox, where an Admin sees them.',
    write: 'an address such as smtp://user:password@host:587',
    read: z
      .string()
      .regex(/^smtps?:\/\/[^\s/?#]+\S*$/)
      .refine(URL.canParse),
  },
  {
    name: 'MAIL_FROM',
    default: 'Rolecall <rolecall@HOST>',
    sentence: 'Who mails come from. HOST is the host of ROLECALL_URL.',
    write: 'a mail address such as Rolecall <rolecall@example.com>',
    read: z.string().regex(address),
  },
  {
    name: 'ROLECALL_TRUSTED_PROXIES',
    default: '0',
    sentence:
      'How many proxies stand before the server: the address a request comes from is read that many places from the right of X-Forwarded-For.',
    write: 'a number from 0 to 10',
    read: wholeNumber(0, 10),
  },
  {
    name: 'ROLECALL_SECRET',
    secret: true,
    sentence: 'What sessions are signed with. Without it, the first start makes one in the file `secret` of the data folder.',
    write: '32 characters or more that nobody can guess, such as the output of openssl rand -base64 32',
    read: z.string().refine((text) => !weakness(text)),
  },
  {
    name: 'ROLECALL_SECRET_PREVIOUS',
    secret: true,
    sentence: 'The secret before this one: it is still accepted, and signs nothing new. As a file: `secret.previous`.',
    write: 'the secret that was in use before',
    read: z.string().refine((text) => !weakness(text)),
  },
] as const satisfies Setting[]

export type Setting = {
  name: string
  default?: string
  secret?: boolean
  sentence: string
  write: string
  read: z.ZodType<unknown, string>
}
export type Config = ReturnType<typeof readConfig>

/** What this start is to be, or an error whose message is one sentence for whoever starts it. */
export function readConfig(env: Record<string, string | undefined>, argv: string[] = []) {
  const stranger = argv.find((word) => word !== '--demo')
  if (stranger !== undefined)
    throw new Error(`Rolecall does not know "${stranger}". It knows --demo; everything else is a setting of docs/reference/settings.md.`)
  const demo = argv.includes('--demo')
  const port = value('PORT', env)!
  const url = value('ROLECALL_URL', env) ?? `http://localhost:${port}`
  const database = value('DATABASE_URL', env)
  if (demo && database) throw new Error('The demo keeps a database of its own. Start it without DATABASE_URL.')
  const folder = value('ROLECALL_DATA', env)
  const data = path.resolve(root, demo ? (folder ? `${folder}/demo` : 'data-demo') : (folder ?? 'data'))
  makeFolder(data)
  const secret = value('ROLECALL_SECRET', env) ?? ownSecret(data, 'secret')
  const previous = value('ROLECALL_SECRET_PREVIOUS', env) ?? ownSecret(data, 'secret.previous')
  return {
    port,
    url,
    data,
    demo,
    database,
    home: value('ROLECALL_HOME', env)!,
    /** The demo never sends: what would have left is read in its mail and SMS room. */
    smtp: demo ? undefined : value('SMTP_URL', env),
    mailFrom: value('MAIL_FROM', env) ?? `Rolecall <rolecall@${new URL(url).hostname}>`,
    unsafeDatabase: value('ROLECALL_ALLOW_UNSAFE_DATABASE', env) ?? [],
    trustedProxies: value('ROLECALL_TRUSTED_PROXIES', env)!,
    secret: secret!,
    /** Newest first: the first signs, all are accepted. */
    secrets: [secret, previous].filter((one) => one !== undefined),
  }
}

type Name = (typeof settings)[number]['name']
type Value<N extends Name> = z.output<Extract<(typeof settings)[number], { name: N }>['read']>

/** The value of one setting; undefined when it is not given and its default is made from others. */
function value<N extends Name>(name: N, env: Record<string, string | undefined>): Value<N> | undefined {
  const setting: Setting = settings.find((one) => one.name === name)!
  const text = (setting.secret ? fromFile(name, env) : undefined) ?? (env[name]?.trim() || literal(setting.default))
  if (text === undefined) return undefined
  const result = setting.read.safeParse(text)
  if (result.success) return result.data as Value<N>
  const why = setting.secret
    ? name.startsWith('ROLECALL_SECRET')
      ? weakness(text)
      : 'cannot be read'
    : `is ${JSON.stringify(text.slice(0, 100))}`
  throw new Error(`${name} ${why}. Write ${setting.write}.`)
}

/** A default in capitals (PORT, HOST) is made from other settings, and `data` from the demo. */
const literal = (text?: string) => (text === undefined || text === 'data' || /PORT|HOST/.test(text) ? undefined : text)

function fromFile(name: string, env: Record<string, string | undefined>) {
  const file = env[`${name}_FILE`]
  if (!file) return undefined
  if (env[name]) throw new Error(`${name} and ${name}_FILE are both given. Keep one of them.`)
  try {
    return fs.readFileSync(path.resolve(root, file), 'utf8').trim()
  } catch (error) {
    throw new Error(
      `${name}_FILE names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}). Write the path of a file this user may read.`,
    )
  }
}

/** Root's folder may be passed through, because PostgreSQL below it runs as nobody; anybody else's is theirs alone. */
function makeFolder(folder: string) {
  try {
    makeWithParents(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(`The data folder ${folder} cannot be used (${code}). Set ROLECALL_DATA to the path of a folder this user may write to.`)
  }
}

/** Not mkdir's own `recursive`: it never comes back from a file system that cannot hold folders, such as /proc. */
function makeWithParents(folder: string, mode: number) {
  if (fs.existsSync(folder)) return
  makeWithParents(path.dirname(folder), 0o755)
  fs.mkdirSync(folder, { mode })
}

function isOrigin(text: string) {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
}
function originOf(text: string) {
  return new URL(text).origin
}
