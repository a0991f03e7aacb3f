import { useEffect, useState } from 'react'
import { plural } from '#web/format/words.ts'
import { ConflictBar } from '#web/kit/conflict-bar.tsx'
import { Note } from '#web/kit/note.tsx'
import { SaveBar } from '#web/kit/save-bar.tsx'
import { toast } from '#web/kit/toast.tsx'
import { may, useMe } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'
import { useDraft, useUnsaved } from '#web/unsaved.ts'
import { changedMeanwhile } from '../agencies/meanwhile.ts'
import { Effects } from './effects.tsx'
import { SwitchGroup } from './switch-group.tsx'
import type { SwitchList } from './switch-settings.tsx'
import css from './switches.module.css'

type Values = Record<string, boolean>
const valuesOf = (list: SwitchList, said?: Values): Values =>
  Object.fromEntries(list.switches.map((one) => [one.name, said ? (said[one.name] ?? one.on) : one.now]))

/** All switches as one form: what changes for whom is shown before it is saved. */
export function SwitchForm({ list }: { list: SwitchList }) {
  const { agency, portal } = useMe()
  const api = useApi()
  const draft = useDraft<Values>(valuesOf(list))
  const [version, setVersion] = useState(list.version)
  const [meanwhile, setMeanwhile] = useState<{ says: string; whose: string } | null>(null)
  const unsaved = useUnsaved(draft.count)
  const edit = may({ id: agency.id, can: list.can }, 'switch.edit')
  const begin = (to: Values, at: number) => {
    draft.reset(to)
    setVersion(at)
    setMeanwhile(null)
  }
  // While nothing is unsaved the form follows what others save; afterwards the server tells when it differs.
  useEffect(() => {
    if (draft.count === 0 && list.version > version) begin(valuesOf(list), list.version)
  })
  const save = useAct({
    act: () => api.switches.edit({ version, switches: draft.changes as Values }),
    touches: ['agency', 'me', 'person'],
    done: (saved) => {
      if (unsaved.asking) unsaved.leave()
      toast(`${plural(draft.count, 'switch', 'switches')} changed.`)
      begin(draft.values, saved.version)
    },
  })
  const press = () =>
    void save.ask().catch((error: unknown) => {
      unsaved.stay()
      const met = changedMeanwhile<{ version: number; switches: Values }>(error)
      if (!met) return
      draft.meet(valuesOf(list, met.current.switches))
      setVersion(met.current.version)
      setMeanwhile(met)
    })
  const restore = () => {
    begin(valuesOf(list), list.version)
    save.forget()
  }
  const levels = portal.levels.filter((level) => list.switches.some((one) => one.level === level.name))
  const called = Object.fromEntries(list.switches.map((one) => [one.name, one.called]))
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      {edit.can !== true && (
        <div style={{ marginBottom: 12 }}>
          <Note>{edit.can.message}</Note>
        </div>
      )}
      {levels.map((level) => (
        <SwitchGroup
          key={level.name}
          level={level}
          switches={list.switches.filter((one) => one.level === level.name)}
          values={draft.values}
          may={edit}
          onChange={(name, on) => draft.set(name, on)}
        />
      ))}
      {draft.count > 0 && (
        <div className={css.bar}>
          {meanwhile && (
            <div className={css.met}>
              <ConflictBar {...meanwhile} labels={called} conflicts={inWords(draft.conflicts)} choose={draft.choose} />
            </div>
          )}
          <Effects version={version} changes={draft.changes as Values} />
          <SaveBar
            unsaved={unsaved}
            whose="the switches"
            onSave={press}
            onCancel={restore}
            onDiscard={unsaved.leave}
            busy={save.busy}
            can={edit.can}
            said={meanwhile ? null : save.said}
          />
        </div>
      )}
    </form>
  )
}

const inWords = (conflicts: { name: string; mine: unknown; theirs: unknown }[]) =>
  conflicts.map(({ name, mine, theirs }) => ({ name, mine: mine ? 'on' : 'off', theirs: theirs ? 'on' : 'off' }))
