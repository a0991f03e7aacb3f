// The plan of the house as data. Arrows go down: a layer may open the doors of those it names, and no others.
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

export type Layer = {
  name: string
  /** What belongs here: the first layer that takes a file has it. */
  takes: RegExp
  what: string
  opens: readonly string[]
  /** Of these only types are taken, nothing that runs. */
  typesOnly?: readonly string[]
}

// biome-ignore format: a plan is read in columns
export const layers: readonly Layer[] = [
  { name: 'contracts', takes: /^src\/(core|portals|demo)\/.*contract(s)?\.ts$|^src\/core\/(shapes|actions)\.ts$|^src\/(core|portals)\/.*-words\.ts$/, what: 'the shapes and the words of what goes in and out; shared with the browser', opens: ['policy'], typesOnly: ['rooms', 'core'] },
  { name: 'pages',     takes: /^src\/(core|portals|demo)\/.*\.(tsx|css)$/, what: "a feature's pages and what only they need: they show what they were told", opens: ['web', 'contracts', 'policy'], typesOnly: ['core', 'rooms', 'db'] },
  { name: 'web',       takes: /^src\/web\//,                          what: "the browser's shell and kit",                                    opens: ['pages', 'contracts', 'policy'], typesOnly: ['core', 'rooms', 'db', 'list of rooms'] },
  { name: 'policy',    takes: /^src\/policy\//,                       what: 'the engine: one table, five uses; it knows nothing of agencies', opens: [] },
  { name: 'db',        takes: /^src\/db\//,                           what: 'PostgreSQL, the query builder, migrations',                      opens: [] },
  { name: 'core',      takes: /^src\/core\//,                         what: 'what every agency needs, whatever it sells',                     opens: ['contracts', 'policy', 'db'] },
  { name: 'rooms',     takes: /^src\/portals\//,                      what: 'one folder for each kind of agency',                             opens: ['core', 'contracts', 'policy', 'db', 'demo'] },
  { name: 'list of rooms', takes: /^src\/portals\.ts$/,               what: 'one line for each room',                                         opens: ['rooms', 'contracts', 'core', 'db', 'demo'] },
  { name: 'jobs',      takes: /^src\/jobs\//,                         what: 'later, again, every night',                                      opens: ['core', 'db'] },
  { name: 'server',    takes: /^src\/server\//,                       what: 'HTTP: the app, its headers, the document, live updates',         opens: ['core', 'contracts', 'db'] },
  { name: 'demo',      takes: /^src\/demo\//,                         what: 'two agencies that live, for whoever wants to look around',       opens: ['core', 'contracts', 'policy', 'db', 'jobs'] , typesOnly: ['house'] },
  { name: 'settings',  takes: /^src\/(config|secret)\.ts$/,           what: 'every setting once',                                             opens: [] },
  { name: 'house',     takes: /^src\/house\.ts$/,                     what: 'puts it all together',                                           opens: ['list of rooms', 'rooms', 'server', 'jobs', 'core', 'contracts', 'db', 'demo'] },
  { name: 'doors',     takes: /^src\/main\.ts$|^src\/cli\//,          what: 'where a person starts it, or asks it something',                 opens: ['house', 'list of rooms', 'settings', 'demo', 'core', 'contracts', 'policy', 'db', 'rooms', 'jobs'] },
]

export type Import = { from: string; to: string; typeOnly: boolean }
const layer = (name: string) => layers.find((one) => one.name === name)!
/** `helpers`: what only pages import belongs to them, whatever its name. */
export const layerOf = (file: string, helpers: ReadonlySet<string> = new Set()): Layer | undefined =>
  helpers.has(file) ? layer('pages') : layers.find(({ takes }) => takes.test(file))

/** Every file of the program, as the repository calls it. */
export const files = (folder = 'src'): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')] : []))
    .sort()

const statement =
  /(?:^|\n|;)[ \t]*(?:import|export)\b([^'"`;]*?)\bfrom\s*(['"])([^'"]+)\2|(?:^|\n|;)[ \t]*import\s*(['"])([^'"]+)\4|\bimport\s*\(\s*(['"])([^'"]+)\6\s*\)/g
/** What a file imports, read from its import statements. `import type`, or only `type` names in the braces, takes nothing that runs. */
export function importsIn(text: string): { what: string; typeOnly: boolean }[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '$1')
  return [...code.matchAll(statement)].map(([, clause, , from, , bare, , dynamic]) => {
    const names = /\{([^}]*)\}/
      .exec(clause ?? '')?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    const only =
      /^\s*type\b(?!\s*,)/.test(clause ?? '') ||
      (names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type ')) && /^\s*\{/.test(clause ?? ''))
    return { what: (from ?? bare ?? dynamic)!, typeOnly: only }
  })
}

/** Where an import leads inside the repository; nothing for a package. */
export function leadsTo(from: string, what: string): string | undefined {
  if (what.startsWith('#')) return path.posix.join('src', what.slice(1))
  if (what.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), what.replace(/\?.*$/, '')))
  return undefined
}
export const importsOf = (file: string, text = fs.readFileSync(path.join(root, file), 'utf8')): Import[] =>
  importsIn(text).flatMap(({ what, typeOnly }) => {
    const to = leadsTo(file, what)
    return to === undefined ? [] : [{ from: file, to, typeOnly }]
  })

/** Plain files of a feature that nobody but pages imports, directly or through one another. */
export function helpersOf(imports: readonly Import[]): Set<string> {
  const isPages = (file: string) => ['pages', 'web'].includes(layerOf(file)?.name ?? '')
  const helpers = new Set(imports.map(({ to }) => to).filter((file) => ['core', 'rooms'].includes(layerOf(file)?.name ?? '')))
  for (let before = -1; before !== helpers.size; ) {
    before = helpers.size
    for (const { from, to } of imports) if (!helpers.has(from) && !isPages(from)) helpers.delete(to)
  }
  return helpers
}

const roomOf = (file: string) => /^src\/portals\/([^/]+)\//.exec(file)?.[1]
/** Why an arrow is not on the plan, or nothing. */
export function wrong({ from, to, typeOnly }: Import, helpers: ReadonlySet<string> = new Set()): string | undefined {
  const [here, there] = [layerOf(from, helpers), layerOf(to, helpers)]
  const arrow = `${from} -> ${to}`
  if (!here) return `${from} belongs to no layer`
  if (!there) return `${arrow}: that belongs to no layer`
  if (roomOf(from) && roomOf(to) && roomOf(from) !== roomOf(to)) return `${arrow}: one room opens into another`
  if (here === there || here.opens.includes(there.name)) return undefined
  if (typeOnly && here.typesOnly?.includes(there.name)) return undefined
  return `${arrow}: ${here.name} does not open ${there.name}${here.typesOnly?.includes(there.name) ? ', but for types' : ''}`
}

const writing = /\.\s*(insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\s*[(<]/
/** Rows are written where the policy stands in front of them. */
export const mayWrite = /^src\/(core|jobs|demo)\//
export const writes = (text: string) => writing.test(text.replace(/\/\/.*$/gm, ''))

export const allImports = () =>
  files()
    .filter((file) => /\.(ts|tsx|js)$/.test(file))
    .flatMap((file) => importsOf(file))

/** docs/architecture.md, from the plan and from what the files really import. */
export function printPlan(): string {
  const arrows = new Map<string, Set<string>>()
  const imports = allImports()
  const helpers = helpersOf(imports)
  for (const { from, to } of imports) {
    const [here, there] = [layerOf(from, helpers)!.name, layerOf(to, helpers)!.name]
    if (here !== there) arrows.set(here, (arrows.get(here) ?? new Set()).add(there))
  }
  const row = (layer: Layer) => `| ${layer.name} | ${layer.what} | ${[...(arrows.get(layer.name) ?? [])].sort().join(', ') || 'nothing'} |`
  return `# The floor plan

Printed by \`npm run docs\` from \`test/floor-plan.ts\` and from what the files import; \`npm test\` walks it and fails on an arrow that is not on it.

Arrows go down. Core never imports a room, and a room never imports another. Pages and the browser's shell take from the server's side only
contracts, the policy and types. Rows are written in \`src/core\`, \`src/jobs\` and \`src/demo\`, and nowhere else.

| layer | what it is | it opens |
| --- | --- | --- |
${layers.map(row).join('\n')}

A feature is a folder, and a file's last name is its layer:

\`\`\`
people.page.tsx -> people.contract.ts <- people.api.ts -> people.ts -> work -> policy, db
\`\`\`

A third kind of agency is a folder in \`src/portals\` and a line in \`src/portals.ts\`.
`
}
