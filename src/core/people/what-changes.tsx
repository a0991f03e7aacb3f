import { IconMinus, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '#web/api.ts'
import { listed, plural } from '#web/format/words.ts'
import { Glyph } from '#web/kit/glyph.tsx'
import { levelOf, opens, useHref, useMe } from '#web/me.ts'
import { useRecord } from '#web/query.ts'
import css from './people.module.css'
import { capital, first, type Person } from './person-shapes.ts'

const few = 5

/** What another level gives and takes, computed from the running policy, before anything is saved. */
export function WhatChanges({ person, level }: { person: Person; level: string }) {
  const me = useMe()
  const href = useHref()
  const { id } = person
  const { data, error } = useRecord('rights', ['level', id, level], (api) => api.people.previewLevel({ id, level }))
  const self = me.person.id === id
  const name = self ? 'you' : first(person)
  if (error) return <p className={css.refused}>{sentence(error).message}</p>
  const rows = Object.keys(me.abilities).length
  // Job roles are the team's, so a client keeps none.
  const roles = levelOf(me, level)?.side === 'client' ? person.job_roles.map((role) => `be addressed as @${role}`) : []
  return (
    <div>
      <section className={css.diff} aria-label={`What changes for ${name}`} aria-busy={!data} aria-live="polite">
        <h3>What changes for {name}</h3>
        {data && data.gains.length + data.losses.length === 0 && <p className={css.same}>Nothing: both levels may do the same.</p>}
        <Acts acts={data?.gains} kind="gains" />
        <Acts acts={data && [...roles, ...data.losses]} kind="losses" />
        {data && data.still.length > 0 && (
          <p className={css.still}>
            <Glyph of={IconMinus} size={14} />
            <span>
              Still not: {listed(data.still.slice(0, 3)).replace(/ and (?=[^,]*$)/, data.still.length > 3 ? ', ' : ' or ')}
              {data.still.length > 3 && ` and ${data.still.length - 3} more`}
            </span>
          </p>
        )}
      </section>
      <p className={css.below}>
        Counts from the next click. {self ? 'You stay signed in.' : person.registered && `${name} stays signed in and is told.`}{' '}
        {opens(me, 'permission.read') && <Link to={href('permissions')}>See all {rows} rows</Link>}
      </p>
    </div>
  )
}

function Acts({ acts = [], kind }: { acts: string[] | undefined; kind: 'gains' | 'losses' }) {
  const [all, setAll] = useState(false)
  if (acts.length === 0) return null
  const shown = all || acts.length <= few + 1 ? acts : acts.slice(0, few)
  return (
    <ul className={css.acts} data-kind={kind} aria-label={kind === 'gains' ? 'Gains' : 'Losses'}>
      {shown.map((act) => (
        <li key={act}>
          <Glyph of={kind === 'gains' ? IconPlus : IconMinus} size={14} />
          <span>{kind === 'gains' ? capital(act) : `No longer: ${act}`}</span>
        </li>
      ))}
      {shown.length < acts.length && (
        <li>
          <button type="button" className={css.link} onClick={() => setAll(true)}>
            and {plural(acts.length - shown.length, 'more', 'more')}
          </button>
        </li>
      )}
    </ul>
  )
}
