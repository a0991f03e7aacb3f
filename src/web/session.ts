import type { AgencyClient, OpenClient } from './client.ts'

/** Who is signed in, and in which agencies: GET /api/session. */
export type Session = Awaited<ReturnType<OpenClient['session']['get']>>
export type Seat = Session['agencies'][number]
/** Where one is, who one is here, what one may do: GET /api/agencies/{agency}/me. */
export type Me = Awaited<ReturnType<AgencyClient['agency']['me']>>
export type LevelInfo = Me['portal']['levels'][number]
