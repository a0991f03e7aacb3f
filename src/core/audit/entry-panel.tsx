import { Link } from '@tanstack/react-router'
import { formatFull } from '#web/format/dates.ts'
import { firstName } from '#web/format/words.ts'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { Note } from '#web/kit/note.tsx'
import { SidePanel } from '#web/kit/side-panel.tsx'
import { StatusPill } from '#web/kit/status.tsx'
import { opens, useHref, useMe } from '#web/me.ts'
import { useAddress } from '#web/use.ts'
import css from './activity.module.css'
import { deed } from './deed.ts'
import { OldAndNew } from './old-and-new.tsx'
import type { Entry } from './use-activity.ts'
import { Who } from './who.tsx'

/** The row of `?row=`: what was there before and after, or why it was refused, and its place in the chain. */
export function EntryPanel({ entries }: { entries: Entry[] }) {
  const [address, set] = useAddress()
  const entry = entries.find(({ seq }) => String(seq) === address.row)
  const title = entry ? `${entry.actor?.name ?? 'Rolecall'} ${deed(entry)}` : ''
  return (
    <SidePanel opened={!!entry} title={title} says={entry && `Row ${entry.seq}`} onClose={() => set({ row: undefined })}>
      {entry && <Told entry={entry} />}
    </SidePanel>
  )
}

function Told({ entry }: { entry: Entry }) {
  const me = useMe()
  const href = useHref()
  const { actor, action, decision, thing, noun, at, details, source, hash } = entry
  const message = typeof details.message === 'string' ? details.message : undefined
  return (
    <>
      <dl className={css.facts}>
        <dt>Decision</dt>
        <dd>{decision === 'allowed' ? <StatusPill tone="ok">Allowed</StatusPill> : <StatusPill tone="bad">Refused</StatusPill>}</dd>
        <dt>Who</dt>
        <dd className="row">
          <Who actor={actor} />
          {actor && <LevelBadge level={actor.level} />}
        </dd>
        <dt>To whom</dt>
        <dd>
          {thing && noun === 'person' && opens(me, 'person.list') ? (
            <Link to={href(`users/${thing.id}`)}>{thing.name}</Link>
          ) : (
            (thing?.name ?? '–')
          )}
        </dd>
        <dt>When</dt>
        <dd>{formatFull(at, me.agency.zone)}</dd>
        {source && (
          <>
            <dt>From</dt>
            <dd className="mono">{source}</dd>
          </>
        )}
        <dt>Rule</dt>
        <dd>
          {opens(me, 'permission.read') ? (
            <Link to={href('permissions')} search={{ row: action } as never} className="mono">
              {action}
            </Link>
          ) : (
            <span className="mono">{action}</span>
          )}
        </dd>
      </dl>
      {decision === 'refused' ? (
        <div className={css.why}>
          <h3>What {actor ? firstName(actor.name) : 'they'} read</h3>
          <Note>{message ?? 'No reason was kept.'}</Note>
          {typeof details.code === 'string' && <p className="mono t3">{details.code}</p>}
        </div>
      ) : (
        <OldAndNew details={details} />
      )}
      <div className={css.chain}>
        <h3>Fingerprint</h3>
        <p className="mono t3">{hash}</p>
        <p className="xs t3">Of this row and the one before it.</p>
      </div>
    </>
  )
}
