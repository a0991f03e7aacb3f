import { SegmentedControl, TextInput } from '@mantine/core'
import { useId } from 'react'
import { formatDay } from '#web/format/dates.ts'
import { Card } from '#web/kit/card.tsx'
import { Note } from '#web/kit/note.tsx'
import { StatusDot } from '#web/kit/status.tsx'
import { toast } from '#web/kit/toast.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { levelOf, may, useMe } from '#web/me.ts'
import { useAct, useApi, useRecord } from '#web/query.ts'
import { endOfDay, lastDay } from './day-end.ts'
import css from './person.module.css'
import { first, type PersonOnPage } from './person-shapes.ts'

type Setting = { on: boolean | null; until: string | null }

/** What is on and off for this one person: as for everybody of the level, or otherwise, also until a day. */
export function SwitchList({ person }: { person: PersonOnPage }) {
  const me = useMe()
  const { can } = may(person, 'person.switch')
  const all = useRecord('agency', ['switches'], (api) => api.switches.list())
  if (all.error && !all.data) return <Trouble error={all.error} retry={() => void all.refetch()} />
  if (!all.data) return null
  const level = levelOf(me, person.level)
  const switches = all.data.switches.filter((one) => one.level === person.level)
  return (
    <>
      {can !== true && <Note>{can.message}</Note>}
      <Card title={`Switches for ${level?.plural ?? 'this level'}`} label="Switches">
        <ul>
          {switches.map((one) => (
            <SwitchRow key={one.name} one={one} person={person} locked={can !== true} />
          ))}
        </ul>
      </Card>
    </>
  )
}

type Known = { name: string; called: string; says: string; now: boolean }
function SwitchRow({ one, person, locked }: { one: Known; person: PersonOnPage; locked: boolean }) {
  const { agency } = useMe()
  const api = useApi()
  const label = useId()
  const { zone } = agency
  const own = person.switches[one.name]
  const ended = !!own?.until && Date.parse(own.until) <= Date.now()
  const mine = own && !ended ? own : undefined
  const value = mine ? (mine.on ? 'on' : 'off') : 'all'
  const was: Setting = { on: mine?.on ?? null, until: mine?.until ?? null }
  const change = useAct<Setting, unknown>({
    act: ({ on, until }) => api.people.setSwitch({ id: person.id, name: one.name, on, until }),
    touches: ['person', 'agency', 'rights'],
    done: (_, setting) => toast(saidOf(one, person, setting, zone), () => change.run(was)),
  })
  const set = (next: string) => change.run({ on: next === 'all' ? null : next === 'on', until: null })
  return (
    <li className={css.switch}>
      <div className="grow">
        <p className="b" id={label}>
          {one.called}
        </p>
        <p className="sm t2">{one.says}</p>
        {mine && (
          <p className="xs t3">
            {mine.by}, {formatDay(mine.at, zone)}. For everybody else it is {one.now ? 'on' : 'off'}.
          </p>
        )}
        {change.said && (
          <p className={css.said} role="alert">
            {change.said.message}
          </p>
        )}
      </div>
      <div className={css.setting}>
        {locked ? (
          <StatusDot tone={(mine?.on ?? one.now) ? 'ok' : 'off'}>
            {(mine?.on ?? one.now) ? 'On' : 'Off'}
            {mine?.until && ` until ${formatDay(mine.until, zone)}`}
            {!mine && ', as for everybody'}
          </StatusDot>
        ) : (
          <>
            <SegmentedControl
              aria-labelledby={label}
              size="xs"
              value={value}
              onChange={set}
              data={[
                { value: 'all', label: `As everybody: ${one.now ? 'on' : 'off'}` },
                { value: 'on', label: 'On' },
                { value: 'off', label: 'Off' },
              ]}
            />
            {mine && (
              <div className={css.until}>
                <span aria-hidden="true">until the end of</span>
                <TextInput
                  type="date"
                  aria-label={`${one.called}: ${mine.on ? 'on' : 'off'} until the end of`}
                  value={mine.until ? lastDay(mine.until, zone) : ''}
                  min={lastDay(new Date().toISOString(), zone)}
                  onChange={(event) => {
                    const day = event.currentTarget.value
                    change.run({ on: mine.on, until: day ? endOfDay(day, zone) : null })
                  }}
                />
              </div>
            )}
          </>
        )}
      </div>
    </li>
  )
}

function saidOf({ called, now }: Known, person: PersonOnPage, { on, until }: Setting, zone: string) {
  const name = first(person)
  if (on === null) return `${called} is for ${name} as for everybody: ${now ? 'on' : 'off'}.`
  return `${called} is ${on ? 'on' : 'off'} for ${name}${until ? ` until ${formatDay(until, zone)}` : ''}.`
}
