import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { documents } from '../../scripts/docs.ts'
import { settings } from '../../src/config.ts'

const read = (file: string) => fs.readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')

test.each(Object.keys(documents))('%s says what the program does; if not: npm run docs', async (file) => {
  expect(read(file)).toBe(await documents[file]!())
})

test.each(settings)('the document says what $name means', ({ name, sentence, write }) => {
  expect(read('docs/reference/settings.md')).toMatch(
    new RegExp(`^\\| \`${name}\` \\| .*${RegExp.escape(sentence)} \\| ${RegExp.escape(write)} \\|$`, 'm'),
  )
})

test('the environment is read in one place', () => {
  const files = fs.globSync('src/**/*.ts', { cwd: path.resolve(import.meta.dirname, '../..') })
  const uses = files.flatMap((file) => [...read(file).matchAll(/.{0,11}process\.env/g)].map(([use]) => ({ file, use })))
  expect(uses).toContainEqual({ file: 'src/main.ts', use: 'readConfig(process.env' })
  expect(uses.filter(({ use }) => use !== 'readConfig(process.env')).toEqual([])
})
