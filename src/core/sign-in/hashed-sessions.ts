// Session tokens are kept as SHA-256: whoever reads the database cannot sign in with what they find there.
import { createHash } from 'node:crypto'
import type { DBAdapter } from '@better-auth/core/db/adapter'

const mark = 'sha256.'
/** What the database keeps for a token. What is a hash already stays one, so a listed session can be ended by what was listed. */
export const hashToken = (token: string) => (token.startsWith(mark) ? token : mark + createHash('sha256').update(token).digest('base64url'))
/** Whoever shows a hash for a token has read the database, and is nobody. */
export const isHash = (token: string) => token.startsWith(mark)

type Row = Record<string, unknown>
type Where = { field: string; value: unknown }
type Asked = { model: string; where?: Where[]; data?: Row; update?: Row }

/** Stands between Better Auth and its tables, and hashes `session.token` on the way in. */
export function withHashedSessions<A extends DBAdapter>(adapter: A): A {
  const hashed = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(hashed) : typeof value === 'string' ? hashToken(value) : value
  const inward = <T extends Asked>(asked: T): T => {
    if (asked.model !== 'session') return asked
    const where = asked.where?.map((one) => (one.field === 'token' ? { ...one, value: hashed(one.value) } : one))
    const of = (row: Row | undefined) => row && 'token' in row && { ...row, token: hashed(row.token) }
    return {
      ...asked,
      ...(where && { where }),
      ...(of(asked.data) && { data: of(asked.data) }),
      ...(of(asked.update) && { update: of(asked.update) }),
    }
  }
  /** Better Auth goes on with the token it asked with: that one goes into the cookie. */
  const outward = (asked: Asked, row: unknown) => {
    const plain = asked.data?.token ?? asked.where?.find((one) => one.field === 'token')?.value
    return asked.model === 'session' && row && typeof plain === 'string' ? { ...(row as Row), token: plain } : row
  }
  const wrap = (name: 'create' | 'findOne' | 'update') => async (asked: Asked) =>
    outward(asked, await (adapter[name] as (asked: Asked) => Promise<unknown>)(inward(asked)))
  const pass = (name: 'findMany' | 'count' | 'delete' | 'deleteMany' | 'updateMany') => (asked: Asked) =>
    (adapter[name] as (asked: Asked) => Promise<unknown>)(inward(asked))
  return {
    ...adapter,
    create: wrap('create'),
    findOne: wrap('findOne'),
    update: wrap('update'),
    findMany: pass('findMany'),
    count: pass('count'),
    delete: pass('delete'),
    deleteMany: pass('deleteMany'),
    updateMany: pass('updateMany'),
    transaction: (todo: (inside: DBAdapter) => Promise<unknown>) =>
      adapter.transaction((inside) => todo(withHashedSessions(inside as never))),
  } as A
}
