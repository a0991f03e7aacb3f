import fs from 'node:fs'
import { expect, test } from 'vitest'
import { printMatrix } from '#policy/matrix.ts'
import type { Policy } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { mediaSwitches } from '../../src/portals/media/switches.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'
import { staffingSwitches } from '../../src/portals/staffing/switches.ts'
import { rewritten, withAtoms } from './broken.ts'
import { entityUserRoles, printSources, rowsFrom, userTypes } from './sources.ts'
import { actions } from './worlds.ts'

const tables: [string, Policy][] = [
  ['media', media as Policy],
  ['staffing', staffing as Policy],
]
const copy = (file: string) => fs.readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8')

test.each(tables)('docs/permissions/%s.md is the policy in force; `npm run docs` prints it [staffing 92]', (kind, policy) => {
  expect(copy(`permissions/${kind}.md`), 'The table and its copy differ: run `npm run docs` and read the difference.').toBe(
    printMatrix(policy, 'md'),
  )
})

test('docs/sources.md is printed from the statements and the policy; `npm run docs` prints it', () => {
  expect(copy('sources.md'), 'Run `npm run docs`.').toBe(printSources())
})

test.each(tables)('every flipped cell of the %s table shows in its copy [staffing 92]', (_kind, policy) => {
  const printed = printMatrix(policy, 'csv')
  let shown = 0
  for (const [action, level] of actions(policy)) {
    const flipped = rewritten(policy, (cell, row, at) => (row.action === action && at === level ? cell !== true : cell))
    expect(printMatrix(flipped, 'csv'), `${action} ${level}`).not.toBe(printed)
    shown++
  }
  expect(shown).toBe(policy.actions.length * policy.levels.length)
})

test.each(tables)('the csv of the %s table is one line per action and level: yes, no or the words', (_kind, policy) => {
  const lines = printMatrix(policy, 'csv').trimEnd().split('\n')
  expect(lines.shift()).toBe('action,level,cell')
  expect(lines).toHaveLength(policy.actions.length * policy.levels.length)
  for (const line of lines) expect(line).toMatch(/^[a-z_]+\.[a-z_]+,[a-z]+,(yes|no|if .+|"if .+")$/)
})

test('a cell with a comma or a quote is quoted as RFC 4180 says', () => {
  const quoting = rewritten(staffing as Policy, (cell) => withAtoms(cell, (atom) => ({ ...atom, says: 'one, "two"' })))
  expect(printMatrix(quoting, 'csv')).toContain('talent.archive,standard,"if one, ""two"""\n')
})

test.each(tables)('the json of the %s table says the same as its csv', (_kind, policy) => {
  const { kind, levels, actions } = JSON.parse(printMatrix(policy, 'json'))
  expect(kind).toBe(policy.kind)
  const cells = actions.flatMap((row: { action: string; cells: Record<string, string> }) =>
    levels.map(({ level }: { level: string }) => [row.action, level, row.cells[level]]),
  )
  expect(cells.map((cell: string[]) => cell.join())).toEqual(printMatrix(policy, 'csv').replaceAll('"', '').trimEnd().split('\n').slice(1))
})

test.each([
  ...userTypes.map((one) => ['media', one.id, one] as const),
  ...entityUserRoles.map((one) => ['staffing', one.id, one] as const),
])('the %s statement %s has its rows in the policy, or says what keeps it', (kind, id, { kept }) => {
  const rows = rowsFrom((kind === 'media' ? media : staffing) as Policy, id)
  expect(rows.length > 0 || kept !== undefined).toBe(true)
})

test.each(tables)('every row of the %s table says where it comes from, and that place exists', (kind, policy) => {
  const statements = new Set((kind === 'media' ? userTypes : entityUserRoles).map(({ id }) => id))
  const decisions = copy(`decisions/policy-${kind}.md`)
  for (const action of policy.actions)
    for (const source of policy.row(action).source.split(' '))
      expect(statements.has(source) || decisions.includes(`| ${source} |`), `${action}: ${source}`).toBe(true)
})

test('every switch is asked about in its own level’s column, and nowhere else', () => {
  for (const [policy, switches] of [
    [media as Policy, mediaSwitches],
    [staffing as Policy, staffingSwitches],
  ] as const) {
    const asked = (level: string) => JSON.stringify(policy.actions.map((action) => policy.row(action).cells[level]))
    for (const { name, level, says } of switches) {
      expect(
        policy.levels.filter((one) => asked(one).includes(`"value":"${name}"`)),
        name,
      ).toEqual([level])
      expect(says).toMatch(/^[A-Z].*\.$/)
    }
  }
})
