// The whole table on paper, for people, spreadsheets and programs.
import { type Cell, isCondition } from './condition.ts'
import type { Policy, Row } from './policy.ts'
import { words } from './words.ts'

export type Format = 'md' | 'csv' | 'json'

/** Prints the running policy. csv is `action,level,cell`, one line per action and level. */
export function printMatrix(policy: Policy, format: Format): string {
  if (format === 'json') return `${JSON.stringify(asData(policy), null, 2)}\n`
  return format === 'csv' ? asCsv(policy) : asMarkdown(policy)
}

const rowsOf = (policy: Policy): Row[] => policy.actions.map((action) => policy.row(action))

/** The table as plain data. */
function asData(policy: Policy) {
  const levels = policy.levels.map((level) => ({ level, title: policy.called[level]![0] }))
  const actions = rowsOf(policy).map(({ action, area, can, source, cells }) => ({
    action,
    area,
    can,
    source,
    cells: Object.fromEntries(policy.levels.map((level) => [level, words(cells[level]!)])),
  }))
  return { kind: policy.kind, levels, actions }
}

function asCsv(policy: Policy): string {
  const lines = rowsOf(policy).flatMap((row) => policy.levels.map((level) => [row.action, level, words(row.cells[level]!)]))
  return [['action', 'level', 'cell'], ...lines].map((line) => `${line.map(quoted).join(',')}\n`).join('')
}
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function asMarkdown(policy: Policy): string {
  const titles = policy.levels.map((level) => policy.called[level]![0])
  const areas = [...new Set(rowsOf(policy).map((row) => row.area))]
  const areaOf = (area: string) => {
    const rows = rowsOf(policy).filter((row) => row.area === area)
    const lines = rows.map((row) => [
      `${capital(row.can)} \`${row.action}\``,
      ...policy.levels.map((level) => mark(row.cells[level]!)),
      row.source,
    ])
    const head = [
      ['Action', ...titles, 'From'],
      ['---', ...titles.map(() => '---'), '---'],
    ]
    return `## ${area}\n\n${[...head, ...lines].map((line) => `| ${line.join(' | ')} |\n`).join('')}`
  }
  return `# Who may do what: ${policy.kind}

Printed from the running policy by \`npm run -s rolecall -- policy ${policy.kind} --format md\`; \`npm run docs\` writes this file again.
One cell decides, and nothing else does. *From* names the statement of [sources](../sources.md) or the decision of [decisions](../decisions/policy-${policy.kind}.md).

${policy.actions.length} actions, ${titles.length} levels. ✔ yes · – no · otherwise the condition.

${areas.map(areaOf).join('\n')}`
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const mark = (cell: Cell) => (isCondition(cell) ? words(cell) : cell === true ? '✔' : '–')
