import { formatAgo } from '#web/format/dates.ts'
import { firstName } from '#web/format/words.ts'
import { ConflictBar } from '#web/kit/conflict-bar.tsx'
import { useMe } from '#web/me.ts'
import { type Edit, labels } from './person-draft.ts'
import { levelTitle } from './person-shapes.ts'

/** Above the fields when somebody saved meanwhile: who and when, and both values where they differ. */
export function EditNews({ met, draft }: Pick<Edit, 'met' | 'draft'>) {
  const me = useMe()
  if (!met) return null
  const who = firstName(met.name)
  const shown = (name: string, value: unknown) => (name === 'level' ? levelTitle(me, String(value)) : value)
  return (
    <ConflictBar
      says={`${who} changed this ${ago(met.at, me.agency.zone)}.`}
      whose={`${who}'s`}
      labels={labels}
      conflicts={draft.conflicts.map(({ name, mine, theirs }) => ({ name, mine: shown(name, mine), theirs: shown(name, theirs) }))}
      choose={(name, whose) => draft.choose(name as never, whose)}
    />
  )
}
const ago = (at: string, zone: string) => {
  const said = formatAgo(at, zone)
  return said === 'Just now' ? 'a moment ago' : said.replace(/^(Today|Yesterday)/, (word) => word.toLowerCase())
}
