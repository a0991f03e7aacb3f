import { useState } from 'react'
import { listed, plural } from '#web/format/words.ts'
import css from './switches.module.css'

type Group = { only: string | null; acts: string[] }
const few = 5

/** Acts that change altogether first; then those on which the same condition is put, or from which it is taken. */
export function groupsOf(acts: string[], called: string): Group[] {
  const parted = acts.map((act) => {
    const [, can, only] = /^(.+?), (?:except|not only) (if .+)$/.exec(act) ?? []
    return can && only ? { can, only: withoutItself(only, called) } : { can: act, only: null }
  })
  return [...Map.groupBy(parted, ({ only }) => only)]
    .map(([only, some]) => ({ only, acts: some.map(({ can }) => can) }))
    .sort((a, b) => Number(a.only !== null) - Number(b.only !== null))
}

// The switch that is being turned is no news in its own consequence.
const withoutItself = (only: string, called: string) =>
  only.replace(`${called} is switched on for them or `, '').replace(` or ${called} is switched on for them`, '')

/** One line of what begins or ends, five acts and the rest on demand. */
export function EffectActs({ sign, group: { only, acts } }: { sign: '+' | '−'; group: Group }) {
  const [all, setAll] = useState(false)
  const shown = all || acts.length <= few + 1 ? acts : acts.slice(0, few)
  const how = only && (sign === '−' ? `from now on only ${only}: ` : `always, not only ${only}: `)
  return (
    <p className={sign === '+' ? css.gains : css.losses}>
      <span aria-hidden="true">{sign}</span>
      <span>
        {how}
        {shown.length < acts.length ? shown.join(', ') : listed(shown)}
        {shown.length < acts.length && (
          <>
            {' '}
            <button type="button" className={css.more} onClick={() => setAll(true)}>
              and {plural(acts.length - shown.length, 'more', 'more')}
            </button>
          </>
        )}
      </span>
    </p>
  )
}
