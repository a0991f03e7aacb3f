// Does a statement say whose rows it means? Every agency's table in it, in every subquery, has to be held to one agency by the statement itself.
import type pg from 'pg'

export const agencyTables = ['agency', 'person', 'invitation', 'audit', 'audit_head', 'change', 'outbox']

type Block = { words: string[]; inside: Block[] }
const token = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\$\d+|[a-z_][\w$]*|\d+(?:\.\d+)?|<>|[<>]=|::|\S/gi

/** Words as they are compared: quotes fall away, capitals too; what is in a pair of brackets after `select` or `with … as` is a block of its own. */
function blocksOf(text: string): Block {
  const words = (text.match(token) ?? []).map((word) => (word.startsWith("'") ? "''" : word.replaceAll('"', '').toLowerCase()))
  const read = (from: number): [Block, number] => {
    const block: Block = { words: [], inside: [] }
    let i = from
    for (; i < words.length && words[i] !== ')'; i++) {
      if (words[i] !== '(') {
        block.words.push(words[i]!)
        continue
      }
      const [inner, end] = read(i + 1)
      // A bracket around conditions or columns belongs to the query it stands in; one around a query is that query's.
      if (['select', 'insert', 'update', 'delete', 'with'].includes(inner.words[0]!)) block.inside.push(inner)
      else {
        block.words.push('(', ...inner.words, ')')
        block.inside.push(...inner.inside)
      }
      i = end
    }
    return [block, i]
  }
  return read(0)[0]
}

/** What is wrong with a statement, in words; nothing when it names its agency everywhere. */
export function wrongWith(text: string, tables = agencyTables): string[] {
  return [...rules(text), ...unnamed(blocksOf(text), tables)]
}

function unnamed({ words, inside }: Block, tables: string[]): string[] {
  const here = tablesIn(words).filter(({ table }) => tables.includes(table))
  const bare = here.filter(
    ({ table, alias, how }) => !(how === 'into' ? inserts(words, table) : held(words, table, alias, here.length === 1)),
  )
  return [...bare.map(({ table }) => `${table} is not held to one agency`), ...inside.flatMap((block) => unnamed(block, tables))]
}

type Found = { table: string; alias: string; how: 'from' | 'into' }
function tablesIn(words: string[]): Found[] {
  const found: Found[] = []
  let list = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (['where', 'group', 'order', 'limit', 'returning', 'set', 'on', 'for', 'union'].includes(word)) list = false
    // `for update` locks rows, it names no table.
    const names =
      word === 'from' ||
      word === 'join' ||
      word === 'into' ||
      (word === 'update' && words[i - 1] !== 'for' && words[i - 1] !== 'key' && words[i - 1] !== 'do') ||
      (word === ',' && list)
    if (!names) continue
    if (word === 'from') list = true
    let at = i + 1
    while (['only', 'lateral'].includes(words[at]!)) at++
    if (words[at + 1] === '.') at += 2
    const table = words[at]
    if (!table || !/^[a-z_]/.test(table)) continue
    const next = words[at + 1] === 'as' ? words[at + 2] : words[at + 1]
    const alias = next && /^[a-z_]\w*$/.test(next) && !keywords.has(next) ? next : table
    found.push({ table, alias, how: word === 'into' ? 'into' : 'from' })
  }
  return found
}
const keywords = new Set(
  'where set on join inner left right full cross natural using group order limit offset for returning values select union and or as default overriding having window fetch'.split(
    ' ',
  ),
)

/** `agency_id = $1`, either way round; the agency itself by its id. A join on agency_id alone holds nothing. */
function held(words: string[], table: string, alias: string, alone: boolean): boolean {
  const key = table === 'agency' ? 'id' : 'agency_id'
  const conditions = words.findIndex((word) => word === 'where' || word === 'on')
  return words.some((word, i) => {
    if (word !== key || conditions === -1 || i < conditions) return false
    const qualified = words[i - 1] === '.'
    if (qualified ? words[i - 2] !== alias : !alone) return false
    const before = qualified ? i - 3 : i - 1
    return (words[i + 1] === '=' && isValue(words[i + 2])) || (words[before] === '=' && isValue(words[before - 1]))
  })
}
const isValue = (word: string | undefined) => word !== undefined && (/^\$\d+$/.test(word) || word === "''")

function inserts(words: string[], table: string): boolean {
  const open = words.indexOf('(')
  return words.slice(open, words.indexOf(')', open)).includes(table === 'agency' ? 'id' : 'agency_id')
}

/** What a distributed database cannot do (growth rules 5, 8 and 11). */
function rules(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/\s+/g, ' ')
  const broken: [RegExp, string][] = [
    [/\bset_config\s*\(/, 'set_config does not reach other nodes'],
    [/\binsert into\b[^;]*?\)?\s*(?:select|with)\b(?![^(]*\bvalues\b)/, 'INSERT … SELECT'],
    [/\bdo update set\b.*\b(?:now|clock_timestamp|gen_random_uuid|random)\s*\(/, 'a function inside DO UPDATE'],
    [/^update\b.*\b(?:clock_timestamp|gen_random_uuid|uuidv7|random)\s*\(/, 'a volatile function in UPDATE'],
    [/\bpg_(?:try_)?advisory(?!.* from agency where id = \$1$)/, 'an advisory lock that no row holds'],
  ]
  return broken.filter(([pattern]) => pattern.test(plain)).map(([, why]) => why)
}

export type Watched = { statements: Set<string>; wrong: string[] }
/** Listens to every statement of a pool, from its next connection on. */
export function watch(pool: pg.Pool, watched: Watched = { statements: new Set(), wrong: [] }): Watched {
  pool.on('connect', (client) => {
    const query = client.query as (...asked: unknown[]) => unknown
    client.query = ((asked: string | { text?: string }, ...more: unknown[]) => {
      const text = typeof asked === 'string' ? asked : asked?.text
      if (text && !watched.statements.has(text)) {
        watched.statements.add(text)
        for (const why of wrongWith(text)) watched.wrong.push(`${why}: ${text}`)
      }
      return query.call(client, asked, ...more)
    }) as never
  })
  return watched
}
