import type { Kind, Level, Side } from '#db/tables.ts'
import type { Policy } from '#policy/policy.ts'
import type { CoreAction } from './actions.ts'

/** What an Admin can turn on or off, for everybody of a level or for one person. */
export type Switch = { name: string; level: string; on: boolean; called: string; says: string }
export type LevelInfo = { name: string; title: string; plural: string; side: Side; icon: string; says: string }

/** One room of the house: how one kind of agency calls things, and who may do what there. */
export type Portal = {
  kind: Kind
  called: { agency: string; users: string; team: string; clients: string; preferences: string }
  policy: Policy<CoreAction>
  levels: readonly LevelInfo[]
  /** Whoever creates the agency begins at this level. */
  founder: Level
  /** Levels an invitation to the team may carry. */
  invitable: readonly Level[]
  /** Levels a person may be typed in at, registered or not. */
  addable: readonly Level[]
  jobRoles: readonly string[]
  switches: readonly Switch[]
}

export const levelOf = (portal: Pick<Portal, 'levels'>, level: string): LevelInfo =>
  portal.levels.find((one) => one.name === level) ?? { name: level, title: level, plural: level, side: 'team', icon: 'user', says: '' }
