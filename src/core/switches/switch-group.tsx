import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { plural } from '#web/format/words.ts'
import { Avatar } from '#web/kit/avatar.tsx'
import { Card } from '#web/kit/card.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { Time } from '#web/kit/time.tsx'
import { type May, opens, useHref, useMe } from '#web/me.ts'
import type { LevelInfo } from '#web/session.ts'
import type { SwitchNow } from './switch-settings.tsx'
import css from './switches.module.css'
import { Toggle } from './toggle.tsx'

type Props = {
  level: LevelInfo
  switches: SwitchNow[]
  values: Record<string, boolean>
  may: May
  onChange: (name: string, on: boolean) => void
}

/** The switches of one level. */
export function SwitchGroup({ level, switches, values, may, onChange }: Props) {
  const title = (
    <>
      <h3 className="row">
        What <LevelBadge level={level.name} title={level.plural} /> may
      </h3>
      <span className="sm t3">{plural(switches.length, 'switch', 'switches')}</span>
    </>
  )
  return (
    <div className={css.group}>
      <Card title={title} label={`Switches of ${level.plural}`}>
        <ul>
          {switches.map((one) => (
            <SwitchLine key={one.name} one={one} on={values[one.name] ?? one.now} may={may} onChange={(on) => onChange(one.name, on)} />
          ))}
        </ul>
      </Card>
    </div>
  )
}

function SwitchLine({ one, on, may, onChange }: { one: SwitchNow; on: boolean; may: May; onChange: (on: boolean) => void }) {
  const says = useId()
  return (
    <li className={css.switch} data-changed={on !== one.now || undefined}>
      <div>
        <span className="b">{one.called}</span>
        {on === one.on && <span className={css.default}>default</span>}
        <span className={css.says} id={says}>
          {one.says}
        </span>
        <Exceptions of={one} />
      </div>
      <Toggle label={one.called} describedBy={says} on={on} may={may} onChange={onChange} />
    </li>
  )
}

/** Whom it differs for: "Connie Birch: on until Fri 5 Mar". */
function Exceptions({ of: { exceptions } }: { of: SwitchNow }) {
  const me = useMe()
  const href = useHref()
  if (exceptions.length === 0) return null
  return (
    <ul className={css.exceptions} aria-label="Exceptions">
      {exceptions.map(({ id, name, on, until }) => (
        <li key={id}>
          <Avatar id={id} name={name} size={22} />
          <span>
            {opens(me, 'person.list') ? (
              <Link to={href(`users/${id}`)} className="b">
                {name}
              </Link>
            ) : (
              name
            )}
            : {on ? 'on' : 'off'}
            {until && (
              <>
                {' until '}
                <Time at={until} as="day" />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
