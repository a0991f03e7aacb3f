import { Link } from '@tanstack/react-router'
import { formatDay } from '#web/format/dates.ts'
import { listed } from '#web/format/words.ts'
import type { Happening } from '#web/kit/timeline.tsx'
import { levelOf, opens } from '#web/me.ts'
import type { Me } from '#web/session.ts'
import { deed } from './deed.ts'
import type { Entry } from './use-activity.ts'
import { inWords, named } from './values.ts'

/** A row of the activity as a sentence: who, did what, to whom, from what to what. */
export function happening(me: Me, entry: Entry): Happening {
  const { seq, at, actor, decision } = entry
  return {
    id: String(seq),
    at,
    who: actor ?? { id: 'rolecall', name: 'Rolecall' },
    says: decision === 'allowed' ? (told(me, entry) ?? plainly(me, entry)) : plainly(me, entry),
    refused: decision === 'refused',
  }
}

/** Whoever it was done to; not oneself, not the agency as a whole. */
function Whom({ me, entry: { actor, thing, noun } }: { me: Me; entry: Entry }) {
  if (!thing?.name || thing.id === actor?.id) return null
  const open = noun === 'person' && opens(me, 'person.list')
  return open ? (
    <Link to={`/${me.agency.slug}/users/${thing.id}`} className="b">
      {thing.name}
    </Link>
  ) : (
    <span className="b">{thing.name}</span>
  )
}

const plainly = (me: Me, entry: Entry) => {
  const { thing, actor } = entry
  const whom = thing?.name && thing.id !== actor?.id && thing.id !== me.agency.id
  return (
    <>
      {deed(entry)}
      {whom && ': '}
      {whom && <Whom me={me} entry={entry} />}
    </>
  )
}

type Values = Record<string, unknown>
type Switched = { on: boolean; until: string | null } | undefined

/** What happens every day, as people say it; null for what the rule's own words say well enough. */
function told(me: Me, entry: Entry): React.ReactNode {
  const { action, details } = entry
  const [before, after] = [(details.before ?? {}) as Values, (details.after ?? {}) as Values]
  const whom = <Whom me={me} entry={entry} />
  if (action === 'invitation.create') return <>invited {whom}</>
  if (action === 'invitation.edit' && 'sent_at' in after) return <>sent the invitation to {whom} again</>
  if (action === 'agency.transfer' && typeof details.to === 'string') return `handed the position of Account Owner to ${details.to}`
  if (action === 'person.set_level' && after.level)
    return (
      <>
        made {whom} {inWords(me, 'level', after.level)} instead of {inWords(me, 'level', before.level)}
      </>
    )
  if (action === 'person.switch' && typeof details.switch === 'string') {
    const now = ((after.switches ?? {}) as Record<string, Switched>)[details.switch]
    const state = now ? (now.on ? 'on' : 'off') : 'back to the default'
    return (
      <>
        switched {named(me, details.switch)} {state} for {whom}
        {now?.until && ` until ${formatDay(now.until, me.agency.zone)}`}
      </>
    )
  }
  if (action === 'switch.edit') return switched(me, before, after)
  if (action === 'person.set_job_roles' || /\.edit(?:_self)?$/.test(action)) return edited(me, entry, before, after)
  return null
}

/** "switched Reporting off for Staff"; several are named one after the other. */
function switched(me: Me, before: Values, after: Values) {
  const [was, is] = [before.switches, after.switches] as (Record<string, boolean> | undefined)[]
  const changed = me.portal.switches.filter(({ name, on }) => (was?.[name] ?? on) !== (is?.[name] ?? on))
  if (changed.length === 0) return null
  const said = changed.map(
    ({ name, called, level, on }) => `${called} ${(is?.[name] ?? on) ? 'on' : 'off'} for ${levelOf(me, level)?.plural ?? level}`,
  )
  return `switched ${listed(said)}`
}

function edited(me: Me, entry: Entry, before: Values, after: Values) {
  const fields = Object.keys(after).filter((field) => field in before && !field.endsWith('_id') && field !== 'token_hash')
  const [only] = fields
  if (!only) return null
  const words = listed(fields.map((field) => named(me, field).toLowerCase()))
  const self = entry.thing?.id === entry.actor?.id
  const [was, is] = [inWords(me, only, before[only]), inWords(me, only, after[only])]
  return (
    <>
      changed {self ? `their ${words}` : `the ${words} of `}
      {!self && <Whom me={me} entry={entry} />}
      {fields.length === 1 && (was === '–' ? ` to ${is}` : ` from ${was} to ${is}`)}
    </>
  )
}
