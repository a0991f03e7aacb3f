import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig, settings } from '../../src/config.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rolecall-config-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const strong = 'Q7m2-v9Lx4-Tz8Rb1-Kd6Wp3-Hn5Yc0Jf'
const strong2 = 'another-9Lx4-Tz8Rb1-Kd6Wp3-Hn5Yc0'
let count = 0
const fresh = () => path.join(folder, `data-${count++}`)
const config = (env: Record<string, string> = {}, ...words: string[]) => readConfig({ ROLECALL_DATA: fresh(), ...env }, words)
const write = (name: string, text: string, mode = 0o600) => {
  const file = path.join(fs.mkdtempSync(path.join(folder, 'file-')), name)
  fs.writeFileSync(file, text, { mode })
  return file
}

test('without any setting there is a working start', () => {
  expect(config()).toMatchObject({
    port: 3000,
    url: 'http://localhost:3000',
    database: undefined,
    smtp: undefined,
    demo: false,
    trustedProxies: 0,
  })
})

const wrong: [name: string, text: string, sentence: string, right: string][] = [
  ['PORT', 'eighty', 'PORT is "eighty". Write a number from 1 to 65535.', '80'],
  ['PORT', '0x10', 'PORT is "0x10". Write a number from 1 to 65535.', '16'],
  ['PORT', '65536', 'PORT is "65536". Write a number from 1 to 65535.', '65535'],
  [
    'ROLECALL_URL',
    'https://a.example/portal',
    'ROLECALL_URL is "https://a.example/portal". Write an origin without a path, such as',
    'https://a.example',
  ],
  ['ROLECALL_URL', 'a.example', 'ROLECALL_URL is "a.example". Write an origin', 'http://a.example:8080/'],
  [
    'ROLECALL_DATA',
    '/dev/null/data',
    'The data folder /dev/null/data cannot be used (ENOTDIR). Set ROLECALL_DATA to the path of a folder',
    fresh(),
  ],
  ['ROLECALL_DATA', '/proc/rolecall/data', 'The data folder /proc/rolecall/data cannot be used (ENOENT).', fresh()],
  ['ROLECALL_HOME', 'home', 'ROLECALL_HOME is "home". Write an absolute path', '/srv/rolecall'],
  [
    'DATABASE_URL',
    'mysql://root:hunter2@db/x',
    'DATABASE_URL cannot be read. Write an address such as postgres://',
    'postgres://root:hunter2@db/x',
  ],
  ['SMTP_URL', 'mail.example:25', 'SMTP_URL cannot be read. Write an address such as smtp://', 'smtps://me:hunter2@mail.example'],
  ['MAIL_FROM', 'Northlight', 'MAIL_FROM is "Northlight". Write a mail address such as', 'Northlight <hello@northlight.example>'],
  ['ROLECALL_TRUSTED_PROXIES', 'all', 'ROLECALL_TRUSTED_PROXIES is "all". Write a number from 0 to 10.', '2'],
  [
    'ROLECALL_ALLOW_UNSAFE_DATABASE',
    'yes',
    'ROLECALL_ALLOW_UNSAFE_DATABASE is "yes". Write names from fsync, synchronous_commit',
    'fsync, full_page_writes',
  ],
  ['ROLECALL_SECRET', 'hunter2', 'ROLECALL_SECRET is too short. Write 32 characters or more', strong],
  ['ROLECALL_SECRET', 'better-auth-secret-12345678901234567890', 'ROLECALL_SECRET is well known. Write 32 characters', strong],
  ['ROLECALL_SECRET', 'a'.repeat(64), 'ROLECALL_SECRET is well known.', strong],
  ['ROLECALL_SECRET_PREVIOUS', 'changeme'.repeat(6), 'ROLECALL_SECRET_PREVIOUS is well known.', strong],
]

test.each(wrong)('%s=%s stops the start with its sentence, and a right one does not', (name, text, sentence, right) => {
  expect(() => config({ [name]: text })).toThrow(sentence)
  expect(() => config({ [name]: right })).not.toThrow()
})

test('every setting has a wrong value above', () => {
  expect(settings.map(({ name }) => name).filter((name) => !wrong.some((row) => row[0] === name))).toEqual([])
})

test('what is secret is never repeated in a message [guarantee N1]', () => {
  for (const [name, text] of wrong.filter(([name]) => /SECRET|_URL$/.test(name) && name !== 'ROLECALL_URL'))
    expect(() => config({ [name]: text })).not.toThrow(text)
})

test('an unknown word stops the start', () => {
  expect(() => config({}, '--dmeo')).toThrow('Rolecall does not know "--dmeo". It knows --demo')
  expect(config({}, '--demo').demo).toBe(true)
})

test('the demo has a folder of its own, sends nothing, and stays away from your own PostgreSQL', () => {
  const data = fresh()
  expect(readConfig({ ROLECALL_DATA: data, SMTP_URL: 'smtp://mail.example' }, ['--demo'])).toMatchObject({
    data: `${data}/demo`,
    smtp: undefined,
  })
  expect(readConfig({ ROLECALL_DATA: data, SMTP_URL: 'smtp://mail.example' })).toMatchObject({ data, smtp: 'smtp://mail.example' })
  expect(() => config({ DATABASE_URL: 'postgres://db/x' }, '--demo')).toThrow('The demo keeps a database of its own.')
})

test('the first start makes a secret only its owner can read, and the next ones keep it [guarantee N1]', () => {
  const data = fresh()
  const { secret, secrets } = readConfig({ ROLECALL_DATA: data })
  expect(fs.statSync(`${data}/secret`).mode & 0o777).toBe(0o600)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(secrets).toEqual([secret])
  expect(readConfig({ ROLECALL_DATA: data }).secret).toBe(secret)
  expect(config().secret).not.toBe(secret)
  expect(fs.readdirSync(data)).toEqual(['secret'])
})

test('a secret that others can read, or anybody can guess, stops the start [guarantee N1]', () => {
  const data = fresh()
  readConfig({ ROLECALL_DATA: data })
  fs.chmodSync(`${data}/secret`, 0o640)
  expect(() => readConfig({ ROLECALL_DATA: data })).toThrow(`Run: chmod 600 ${data}/secret`)
  fs.chmodSync(`${data}/secret`, 0o600)
  readConfig({ ROLECALL_DATA: data })
  fs.writeFileSync(`${data}/secret`, '')
  expect(() => readConfig({ ROLECALL_DATA: data })).toThrow('is too short. Write 32 characters or more that nobody can guess')
})

test('two secrets live at once, so one can be changed without signing everybody out [guarantee N1]', () => {
  const data = fresh()
  const before = readConfig({ ROLECALL_DATA: data }).secret
  fs.renameSync(`${data}/secret`, `${data}/secret.previous`)
  const { secret, secrets } = readConfig({ ROLECALL_DATA: data })
  expect(secret).not.toBe(before)
  expect(secrets).toEqual([secret, before])
  expect(config({ ROLECALL_SECRET: strong, ROLECALL_SECRET_PREVIOUS: strong2 }).secrets).toEqual([strong, strong2])
})

test('secrets come from files as well, and then only from there [guarantee N1]', () => {
  const file = write('secret', `${strong}\n`)
  expect(config({ ROLECALL_SECRET_FILE: file }).secret).toBe(strong)
  expect(config({ SMTP_URL_FILE: write('smtp', 'smtp://mail.example') }).smtp).toBe('smtp://mail.example')
  expect(config({ DATABASE_URL_FILE: write('db', 'postgres://db/x') }).database).toBe('postgres://db/x')
  expect(() => config({ ROLECALL_SECRET_FILE: file, ROLECALL_SECRET: strong })).toThrow(
    'ROLECALL_SECRET and ROLECALL_SECRET_FILE are both given.',
  )
  expect(() => config({ SMTP_URL_FILE: `${file}.gone` })).toThrow('SMTP_URL_FILE names')
})
