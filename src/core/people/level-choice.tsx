import { IconLock } from '@tabler/icons-react'
import { useId } from 'react'
import { Glyph } from '#web/kit/glyph.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { Note } from '#web/kit/note.tsx'
import { WhyNot } from '#web/kit/why-not.tsx'
import { may, useMe } from '#web/me.ts'
import css from './level-choice.module.css'
import type { Person } from './person-shapes.ts'

const handedOver = {
  code: 'use_ownership_transfer',
  message: 'Nobody becomes Account Owner this way. The Account Owner chooses the next one under Preferences, Account Settings.',
}

type Props = { person: Person; value: string; choose: (level: string) => void }
/** The levels this person could have, each with what it can do in one line. The Account Owner's stands there and is handed over elsewhere. */
export function LevelChoice({ person, value, choose }: Props) {
  const me = useMe()
  const name = useId()
  const reason = useId()
  const { can } = may(person, 'person.set_level')
  const levels = me.portal.levels.filter((level) => me.portal.kind === 'media' || level.side === person.side)
  return (
    <LevelCards label="Level" describedBy={can === true ? undefined : reason}>
      {can !== true && (
        <div className={css.why} id={reason}>
          <Note>{can.message}</Note>
        </div>
      )}
      {levels.map((level) => {
        const now = level.name === 'owner' ? person.owner : level.name === person.level && !person.owner
        const chosen = level.name === 'owner' ? person.owner : level.name === value && !person.owner
        if (level.name === 'owner' && !person.owner) return <OwnerCard key={level.name} name={name} says={level.says} />
        return (
          <LevelCard
            key={level.name}
            level={level}
            name={name}
            chosen={chosen}
            locked={can !== true}
            mark={now ? 'Now' : chosen ? 'New' : undefined}
            choose={() => choose(level.name)}
          />
        )
      })}
    </LevelCards>
  )
}

/** The group around the cards, for every place where a level is chosen. */
export function LevelCards({
  label,
  describedBy,
  children,
}: {
  label: string
  describedBy?: string | undefined
  children: React.ReactNode
}) {
  return (
    <fieldset className={css.group} aria-describedby={describedBy}>
      <legend className={css.legend}>{label}</legend>
      {children}
    </fieldset>
  )
}

type CardProps = {
  level: { name: string; says: string }
  name: string
  chosen: boolean
  locked?: boolean
  mark?: string | undefined
  choose: () => void
}
export function LevelCard({ level, name, chosen, locked, mark, choose }: CardProps) {
  return (
    <label className={css.card} data-chosen={chosen || undefined} data-locked={locked || undefined}>
      <input
        type="radio"
        name={name}
        value={level.name}
        checked={chosen}
        aria-disabled={locked || undefined}
        onChange={() => !locked && choose()}
      />
      <span className="grow">
        <span className={css.top}>
          <LevelBadge level={level.name} />
          {mark && <span className={css.mark}>{mark}</span>}
        </span>
        <span className={css.says}>{level.says}</span>
      </span>
    </label>
  )
}

/** Never chosen here: it says who hands it over. Pressing anywhere on it opens the reason. */
function OwnerCard({ name, says }: { name: string; says: string }) {
  const { owner } = useMe()
  const id = useId()
  const why = owner ? { ...handedOver, whoCan: [{ id: owner.id, name: owner.name, title: 'Account Owner' }] } : handedOver
  const explain = (event: React.MouseEvent) => event.currentTarget.closest('label')?.querySelector('button')?.click()
  return (
    <label className={css.card} data-locked htmlFor={id}>
      <input id={id} type="radio" name={name} value="owner" checked={false} aria-disabled onChange={() => undefined} onClick={explain} />
      <span className="grow">
        <span className={css.top}>
          <LevelBadge level="owner" />
          <WhyNot why={why} of={{ action: 'agency.transfer' }}>
            {(locked) => (
              <button type="button" className={css.mark} {...locked}>
                <Glyph of={IconLock} size={12} />
                {owner ? `${owner.name} hands it over` : 'Handed over by the present one'}
              </button>
            )}
          </WhyNot>
        </span>
        <span className={css.says}>{says}</span>
      </span>
    </label>
  )
}
