// Walks the floor plan: every file, every import, every place where rows are written.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  allImports,
  files,
  helpersOf,
  importsIn,
  importsOf,
  layerOf,
  layers,
  mayWrite,
  printPlan,
  root,
  writes,
  wrong,
} from './floor-plan.ts'

const imports = allImports()
const helpers = helpersOf(imports)
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const code = files().filter((file) => /\.tsx?$/.test(file))

test('every file belongs to a layer', () => {
  const data = /\.(sql|css|svg|html)$|^src\/web\/before-paint\.js$/
  expect(files().filter((file) => !layerOf(file) && !data.test(file))).toEqual([])
  expect(code.length).toBeGreaterThan(150)
})

test('every arrow goes down', () => {
  expect(imports.map((one) => wrong(one, helpers)).filter(Boolean)).toEqual([])
  expect(imports.length).toBeGreaterThan(500)
})

test('every import leads to a file that is there', () => {
  const there = new Set(files())
  expect(imports.filter(({ to }) => !there.has(to) && !to.startsWith('package.json')).map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
})

test('rows are written where the policy stands in front of them, and nowhere else', () => {
  expect(code.filter((file) => !mayWrite.test(file) && writes(read(file)))).toEqual([])
  expect(code.filter((file) => mayWrite.test(file) && writes(read(file))).length).toBeGreaterThan(3)
})

describe('the walk notices', () => {
  const arrow = (from: string, to: string, typeOnly = false) => wrong({ from, to, typeOnly }, helpers)
  // biome-ignore format: one arrow a line
  const mistakes: [string, string, string, boolean?][] = [
    ['core that imports a room', 'src/core/people/people.ts', 'src/portals/media/policy.ts'],
    ['core that imports a room, for its types too', 'src/core/people/people.ts', 'src/portals/media/policy.ts', true],
    ['core that imports the list of rooms', 'src/core/work/works.ts', 'src/portals.ts'],
    ['core that imports the server', 'src/core/guard.ts', 'src/server/app.ts'],
    ['a room that imports another', 'src/portals/media/orders/orders.ts', 'src/portals/staffing/owner/owner.ts'],
    ['a contract that imports another room', 'src/portals/media/contract.ts', 'src/portals/staffing/contract.ts', true],
    ['the engine that knows an agency', 'src/policy/policy.ts', 'src/core/portal.ts', true],
    ['the engine that knows the database', 'src/policy/sql.ts', 'src/db/tables.ts', true],
    ['the database that knows the policy', 'src/db/migrate.ts', 'src/policy/policy.ts'],
    ['a page that runs a domain module', 'src/core/people/people.page.tsx', 'src/core/people/people.ts'],
    ['a page that runs a doorway', 'src/core/people/people.page.tsx', 'src/core/people/people.api.ts'],
    ['the shell that runs work', 'src/web/api.ts', 'src/core/work/work.ts'],
    ['the shell that reads the database', 'src/web/api.ts', 'src/db/pools.ts'],
    ['a contract that runs a domain module', 'src/core/people/people.contract.ts', 'src/core/people/people.ts'],
    ['a doorway that imports a page', 'src/core/people/people.api.ts', 'src/core/people/people.page.tsx'],
    ['the server that knows a room', 'src/server/app.ts', 'src/portals/media/portal.ts'],
    ['jobs that know the server', 'src/jobs/jobs.ts', 'src/server/app.ts'],
    ['a file in no layer', 'src/misc/tools.ts', 'src/db/pools.ts'],
    ['an import of a file in no layer', 'src/db/pools.ts', 'src/misc/tools.ts'],
  ]
  test.each(mistakes)('%s', (_, from, to, typeOnly) => {
    expect(arrow(from, to, typeOnly)).toBeTruthy()
  })
  test('but not what is on the plan', () => {
    expect(arrow('src/core/people/people.page.tsx', 'src/core/people/people.ts', true)).toBeUndefined()
    expect(arrow('src/portals/media/orders/orders.ts', 'src/core/work/work.ts')).toBeUndefined()
    expect(arrow('src/core/people/people.page.tsx', 'src/core/people/people.contract.ts')).toBeUndefined()
  })
  test('a helper of pages that the server begins to use is no helper any more', () => {
    const page = { from: 'src/core/people/people.page.tsx', to: 'src/core/people/shapes-of-pages.ts', typeOnly: false }
    const shell = { from: page.to, to: 'src/web/me.ts', typeOnly: false }
    const server = { from: 'src/core/people/people.api.ts', to: page.to, typeOnly: false }
    const found = (all: typeof imports) => all.map((one) => wrong(one, helpersOf(all))).filter(Boolean)
    expect(found([page, shell])).toEqual([])
    expect(found([page, shell, server])).not.toEqual([])
  })
  test('a write outside its place, however it is spelled', () => {
    for (const text of ["db.insertInto('person')", 'db\n  .updateTable(noun)', 'await any.deleteFrom<T>(x)'])
      expect(writes(text)).toBe(true)
    for (const text of ["db.selectFrom('person')", '// db.insertInto(x)']) expect(writes(text)).toBe(false)
  })
})

test('imports are read as they are written', () => {
  const text = `import a from './a.ts'\nimport type { B } from "#core/b.ts"\nimport { type C, type D } from './c.ts'\nimport { type E, f } from './e.ts'
import './bare.css'\nexport { g } from './g.ts'\nexport * from './h.ts'\nconst i = await import('./i.ts')\nimport {\n  j,\n  type K,\n} from './j.ts'\nimport l, { type M } from './l.ts'
// import n from './n.ts'\n/* import o from './o.ts' */\nimport type p from './p.ts'; import q from './q.ts'\nexport type { R } from './r.ts'\nconst s = "x from './s.ts'"`
  const found = importsIn(text)
  expect(found.filter(({ typeOnly }) => !typeOnly).map(({ what }) => what)).toEqual([
    './a.ts',
    './e.ts',
    './bare.css',
    './g.ts',
    './h.ts',
    './i.ts',
    './j.ts',
    './l.ts',
    './q.ts',
  ])
  expect(found.filter(({ typeOnly }) => typeOnly).map(({ what }) => what)).toEqual(['#core/b.ts', './c.ts', './p.ts', './r.ts'])
  expect(importsOf('src/core/people/x.ts', "import { y } from '../work/y.ts'\nimport z from '#policy/z.ts'\nimport pg from 'pg'")).toEqual([
    { from: 'src/core/people/x.ts', to: 'src/core/work/y.ts', typeOnly: false },
    { from: 'src/core/people/x.ts', to: 'src/policy/z.ts', typeOnly: false },
  ])
})

test('docs/architecture.md is what the plan says', () => {
  expect(layers.every(({ name }) => printPlan().includes(`| ${name} |`))).toBe(true)
  expect(read('docs/architecture.md'), 'Run npm run docs.').toBe(printPlan())
})
