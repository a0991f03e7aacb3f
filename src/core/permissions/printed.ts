// The table as files, from the very data the page shows; `rolecall policy` prints the same lines.
import { byArea, capital, type MatrixData } from './rows.ts'

export function asCsv({ rows }: MatrixData): string {
  const lines = rows.flatMap(({ action, cells }) => cells.map(({ level, words }) => [action, level, words]))
  return [['action', 'level', 'cell'], ...lines].map((line) => `${line.map(quoted).join(',')}\n`).join('')
}
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export function asMarkdown({ rows, levels }: MatrixData, kind: string): string {
  const head = [
    ['Action', ...levels.map(({ title }) => title), 'From'],
    ['---', ...levels.map(() => '---'), '---'],
  ]
  const parts = byArea(rows).map(([area, some]) => {
    const lines = some.map((row) => [
      `${capital(row.can)} \`${row.action}\``,
      ...levels.map(({ name }) => mark(row.cells.find(({ level }) => level === name)!.words)),
      row.source ?? '',
    ])
    return `## ${area}\n\n${[...head, ...lines].map((line) => `| ${line.join(' | ')} |\n`).join('')}`
  })
  return `# Who may do what: ${kind}\n\n${rows.length} actions, ${levels.length} levels. ✔ yes · – no · otherwise the condition.\n\n${parts.join('\n')}`
}
const mark = (words: string) => (words === 'yes' ? '✔' : words === 'no' ? '–' : words)

export function saveFile(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: name.endsWith('.csv') ? 'text/csv' : 'text/markdown' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
