import { useState } from 'react'
import { Act } from '#web/kit/act.tsx'
import { ConflictBar } from '#web/kit/conflict-bar.tsx'
import { LeaveGuard } from '#web/kit/leave-guard.tsx'
import { toast } from '#web/kit/toast.tsx'
import type { May } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'
import { useDraft, useUnsaved } from '#web/unsaved.ts'
import { AgencyInput } from './agency-input.tsx'
import type { Preferences } from './agency-rows.tsx'
import { changedMeanwhile } from './meanwhile.ts'
import css from './preferences.module.css'

export type FieldName = 'name' | 'zone' | 'currency' | 'colour'
type Props = { agency: Preferences; name: FieldName; label: string; may: May; close: () => void }

/** One preference while it is edited: Enter saves, Esc restores, somebody else's save is shown and not overwritten. */
export function AgencyField({ agency, name, label, may, close }: Props) {
  const api = useApi()
  const [version, setVersion] = useState(agency.version)
  const [meanwhile, setMeanwhile] = useState<{ says: string; whose: string } | null>(null)
  const draft = useDraft<Record<string, string>>({ [name]: agency[name] })
  const unsaved = useUnsaved(draft.count)
  const save = useAct({
    act: () => api.agency.edit({ version, ...draft.changes }),
    touches: ['agency', 'me'],
    done: () => {
      if (unsaved.asking) unsaved.leave()
      close()
      toast(`${label} is changed.`)
    },
  })
  const press = () => {
    if (draft.count === 0) return close()
    setMeanwhile(null)
    save.ask().catch((error: unknown) => {
      unsaved.stay()
      const met = changedMeanwhile<Preferences>(error)
      if (!met) return
      draft.meet({ [name]: met.current[name] })
      setVersion(met.current.version)
      setMeanwhile(met)
    })
  }
  const said = meanwhile ? null : save.said
  return (
    <form
      className={css.editor}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        press()
      }}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      {meanwhile && <ConflictBar {...meanwhile} labels={{ [name]: label }} conflicts={draft.conflicts} choose={draft.choose as never} />}
      <AgencyInput
        name={name}
        label={label}
        value={draft.values[name] ?? ''}
        onChange={(value) => draft.set(name, value)}
        error={said?.fields?.[name]}
        readOnly={may.can !== true}
      />
      {said && !said.fields?.[name] && (
        <p className={css.refused} role="alert">
          {said.message}
        </p>
      )}
      <div className={css.acts}>
        <Act label="Cancel" quiet onAct={close} />
        <Act label="Save Changes" primary submit busy={save.busy} can={may.can} of={may.of} />
      </div>
      <LeaveGuard unsaved={unsaved} whose="the agency" onSave={press} onDiscard={unsaved.leave} busy={save.busy} />
    </form>
  )
}
