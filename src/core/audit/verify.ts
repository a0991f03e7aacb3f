// The chains of all agencies, one after the other: for whoever runs the server, or audits who runs it.
import type { Pool } from '#db/pools.ts'
import { firstBadRow, type Kept, type Verdict } from './chain.ts'

export type Found = Verdict & { agency: string; slug: string | null }
type Pools = { app: Pool; login: Pool }

/** Walks every agency that anything leads to, each in one snapshot, also while the server is open. */
export async function* verifyAll({ app, login }: Pools): AsyncGenerator<Found> {
  const { rows } = await login.query<{ agency: string; slug: string | null }>(
    `select agency, min(slug) as slug from (
      select agency_id as agency, slug from directory_slug
      union all select agency_id, null from directory_person
      union all select agency_id, null from directory_invitation) as known
    group by agency order by min(slug), agency`,
  )
  for (const one of rows) yield { ...one, ...(await verifyOne(app, one.agency)) }
}

async function verifyOne(app: Pool, agency: string): Promise<Verdict> {
  const client = await app.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('select begin_work($1)', [agency])
    const page = async (after: number) =>
      (await client.query<Kept>('select * from audit where agency_id = $1 and seq > $2 order by seq limit 1000', [agency, after])).rows
    const head = async () =>
      (await client.query<{ seq: number; hash: string }>('select seq, hash from audit_head where agency_id = $1', [agency])).rows[0]
    return await firstBadRow(page, head)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}
