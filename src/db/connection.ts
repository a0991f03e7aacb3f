// Kysely on one connection that we hold: no begin of its own, named statements, and dead as soon as the work is over.
import { type CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

const names = new Map<string, string>()

/** PostgreSQL plans a named statement once per connection. A list of ids is `= any($1)`, so texts stay few. */
function nameOf(text: string): string | undefined {
  if (!names.has(text) && names.size < 1000) names.set(text, `k${names.size}`)
  return names.get(text)
}

export function queriesOn(client: pg.ClientBase, isOver: () => boolean): Kysely<Tables> {
  const connection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      if (isOver()) throw new Error('This work is over: its connection belongs to somebody else now.')
      const { rows, rowCount } = await client.query({ name: nameOf(sql), text: sql, values: parameters as unknown[] })
      return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
    },
    streamQuery(): never {
      throw new Error('Streams are not for requests.')
    },
  }
  const never = async () => {
    throw new Error('A work is one transaction already.')
  }
  const nothing = async () => {}
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: nothing,
        destroy: nothing,
        releaseConnection: nothing,
        acquireConnection: async () => connection,
        beginTransaction: never,
        commitTransaction: never,
        rollbackTransaction: never,
      }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}
