import { useId } from 'react'
import { levelOf, mayI, useMe } from '#web/me.ts'
import { LevelCard, LevelCards } from '../people/level-choice.tsx'

type Props = { value: string; now?: string; choose: (level: string) => void }

/** The levels somebody can be invited at. */
export function InvitableLevels({ value, now, choose }: Props) {
  const me = useMe()
  const group = useId()
  return (
    <LevelCards label="Level">
      {me.portal.invitable.map((name) => {
        const level = levelOf(me, name)
        if (!level) return null
        const mark = now === undefined ? undefined : name === now ? 'Now' : name === value ? 'New' : undefined
        const locked = mayI(me, 'invitation.create', { level: name }) !== true
        return (
          <LevelCard
            key={name}
            level={level}
            name={group}
            chosen={name === value}
            locked={locked}
            mark={mark}
            choose={() => choose(name)}
          />
        )
      })}
    </LevelCards>
  )
}
