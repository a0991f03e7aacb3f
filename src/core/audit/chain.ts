// The proof that nobody has altered, removed, reordered or added a line: sha256 over the one before and the line as it was written.
import { type AuditLine, hashLine } from '../work/trail.ts'

export type Kept = {
  seq: number
  actor_id: string | null
  action: string
  decision: string
  noun: string
  thing_id: string | null
  at: Date
  line: string
  hash: string
}
export type Verdict = { rows: number; bad: { seq: number; why: string } | null }

/** Reads the chain in pages and names the first row that does not fit, or none. */
export async function firstBadRow(
  page: (after: number) => Promise<Kept[]>,
  head: () => Promise<{ seq: number; hash: string } | undefined>,
): Promise<Verdict> {
  let [seq, hash] = [0, '']
  for (;;) {
    const rows = await page(seq)
    for (const row of rows) {
      const why = wrong(row, seq + 1, hash)
      if (why) return { rows: seq, bad: { seq: Math.min(row.seq, seq + 1), why } }
      seq = row.seq
      hash = row.hash
    }
    if (rows.length === 0) break
  }
  return { rows: seq, bad: wrongEnd(await head(), seq, hash) }
}

function wrongEnd(end: { seq: number; hash: string } | undefined, seq: number, hash: string): Verdict['bad'] {
  if (!end) return { seq: seq + 1, why: 'where the chain ends is not kept any more' }
  if (end.seq > seq) return { seq: seq + 1, why: `the chain should end at row ${end.seq}: its last rows are gone` }
  if (end.seq < seq) return { seq: end.seq + 1, why: `the chain should end at row ${end.seq}: somebody added a row` }
  return end.hash === hash ? null : { seq, why: 'the last line is not the one that was written' }
}

function wrong(row: Kept, expected: number, previous: string): string | null {
  if (row.seq !== expected) return `row ${expected} is missing`
  if (hashLine(previous, row.line) !== row.hash) return 'the line is not the one that was written, or one before it is not'
  const said = parsed(row.line)
  const same =
    said !== null &&
    said.seq === row.seq &&
    said.action === row.action &&
    said.decision === row.decision &&
    said.noun === row.noun &&
    (said.actor?.id ?? null) === row.actor_id &&
    (said.thing?.id ?? null) === row.thing_id &&
    new Date(said.at).getTime() === row.at.getTime()
  return same ? null : 'its columns say something else than its line'
}

/** A line that was forged together with its hash need not be one of ours. */
function parsed(line: string): AuditLine | null {
  try {
    return JSON.parse(line) as AuditLine
  } catch {
    return null
  }
}
