// docs/coverage.md: every row of the three specifications, and the tests that carry it in their name.
import fs from 'node:fs'
import path from 'node:path'
import { guarantee, media, type SpecRow, staffing } from './rows.ts'

const tests = path.resolve(import.meta.dirname, '..')
/** The parts that are finished: each of their rows must have a test. */
export const finished = [1]
/** Rows that are left out on purpose, and why. */
export const leftOut: Record<string, string> = {}

export type Covered = { row: string; part: number; says: string; tests: string[] }

const literal = /(['"`])((?:(?!\1)[^\\\n]|\\.)*\[(?:media|staffing|guarantee) [A-Z-]*\d+\](?:(?!\1)[^\\\n]|\\.)*)\1/g

/** Tags such as `[staffing 20]` in the titles of tests, with the title without its tags, and the file. */
export function titles(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const files = fs.readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))
  for (const file of files.sort())
    for (const [, , title = ''] of fs.readFileSync(path.join(tests, file), 'utf8').matchAll(literal)) {
      const plain = title
        .replace(/\[(media|staffing|guarantee) [^\]]*\]\s*/g, '')
        .replace(/\\(['"`])/g, '$1')
        .trim()
      for (const [, tag = ''] of title.matchAll(/\[((?:media|staffing|guarantee) [A-Z-]*\d+)\]/g))
        found.set(tag, [...(found.get(tag) ?? []), `${plain} (\`test/${file.split(path.sep).join('/')}\`)`])
    }
  return found
}

export function covered(): Covered[] {
  const found = titles()
  const rowsOf = (name: string, rows: readonly SpecRow[]) =>
    rows.map(([id, part, says]) => ({ row: `${name} ${id}`, part, says, tests: found.get(`${name} ${id}`) ?? [] }))
  return [...rowsOf('staffing', staffing), ...rowsOf('media', media), ...rowsOf('guarantee', guarantee)]
}

const parts = [
  'after the six parts',
  'part 1',
  'part 2: every way in',
  'part 3: the staffing portal',
  'part 4: the media portal',
  'part 5: money',
  'part 6: proof and speed',
]
const state = ({ row, part, tests }: Covered) => (tests.length ? tests.join('<br>') : (leftOut[row] ?? `later, ${parts[part]}`))

export function printCoverage(): string {
  const rows = covered()
  const done = rows.filter(({ tests }) => tests.length > 0).length
  const head = `# Coverage\n\nPrinted from the names of the tests by \`npm run docs\`. ${done} of ${rows.length} rows are tested; the others say when they come, or why not.\n`
  const of = (name: string, title: string) => {
    const lines = rows
      .filter(({ row }) => row.startsWith(`${name} `))
      .map((one) => `| ${one.row.split(' ')[1]} | ${cell(one.says)} | ${cell(state(one))} |`)
    return `\n## ${title}\n\n| row | what it says | tests |\n| --- | --- | --- |\n${lines.join('\n')}\n`
  }
  return head + of('staffing', 'The staffing agency') + of('media', 'The media agency') + of('guarantee', 'Guarantees')
}
const cell = (text: string) => text.replaceAll('|', '\\|')
