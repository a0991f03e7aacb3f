import type { Pool } from '#db/pools.ts'

const some = 10_000 // a statement may take five seconds, and a night may have more to remove than that

/** Every night: what open pages have heard long ago, old letters of sign-in, and sessions that have ended. The audit is never pruned. */
export async function prune({ jobs, login }: { jobs: Pool; login: Pool }) {
  await remove(jobs, 'rolecall.change', `at < now() - interval '1 day'`)
  await remove(jobs, 'post.letter', `sent_at < now() - interval '30 days'`)
  await remove(login, 'login_session', 'expires_at < now()')
}

async function remove(pool: Pool, table: string, old: string) {
  const text = `delete from ${table} where id in (select id from ${table} where ${old} limit ${some})`
  while ((await pool.query(text)).rowCount === some);
}
