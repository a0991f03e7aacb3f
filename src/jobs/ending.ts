// Every few minutes: whose switch ends within a day, in all agencies. What each is told, the work of their agency decides.
import { warnOfEnds } from '#core/people/ending.ts'
import type { Works } from '#core/work/works.ts'
import type { Pool } from '#db/pools.ts'

type Whose = { agency_id: string; id: string }

/** After days of downtime too: whoever can still be told is told, and nobody after the end. */
export async function warnOfEndings(pool: Pool, works: Pick<Works, 'asGuest'>) {
  const { rows } = await pool.query<Whose>(`
    select agency_id, id from rolecall.person where switches <> '{}' and exists (
      select from jsonb_each(switches) as one (name, own) where (own->>'on')::boolean and own->>'warned' is null
        and (own->>'until')::timestamptz > now() and (own->>'until')::timestamptz <= now() + interval '1 day')`)
  const failed: unknown[] = []
  for (const { agency_id, id } of rows)
    await works.asGuest({ agency: agency_id, writes: true }, (guest) => warnOfEnds(guest, id)).catch((error) => failed.push(error))
  if (failed.length) throw failed[0] // the others were told; these are found again
}
