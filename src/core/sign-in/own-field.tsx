import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Act } from '#web/kit/act.tsx'
import { ConflictBar } from '#web/kit/conflict-bar.tsx'
import { LeaveGuard } from '#web/kit/leave-guard.tsx'
import { toast } from '#web/kit/toast.tsx'
import { mayBegin, useMe } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'
import { useDraft, useUnsaved } from '#web/unsaved.ts'
import { changedMeanwhile } from '../agencies/meanwhile.ts'
import css from '../agencies/preferences.module.css'

export type OwnName = 'name' | 'phone' | 'title'
type Props = { name: OwnName; label: string; close: () => void }
const complete: Record<OwnName, string> = { name: 'name', phone: 'tel', title: 'organization-title' }

/** One fact about oneself while it is edited: Enter saves, Esc restores. */
export function OwnField({ name, label, close }: Props) {
  const me = useMe()
  const api = useApi()
  const [version, setVersion] = useState(me.person.version)
  const [meanwhile, setMeanwhile] = useState<{ says: string; whose: string } | null>(null)
  const draft = useDraft<Record<string, string>>({ [name]: me.person[name] ?? '' })
  const unsaved = useUnsaved(draft.count)
  const edit = mayBegin(me, 'person.edit_self')
  const value = draft.values[name] ?? ''
  const save = useAct({
    act: () => api.people.editSelf({ version, [name]: name === 'name' ? value : value.trim() || null }),
    touches: ['person', 'me'],
    done: () => {
      if (unsaved.asking) unsaved.leave()
      close()
      toast(`Your ${label.toLowerCase()} is changed.`)
    },
  })
  const press = () => {
    if (draft.count === 0) return close()
    setMeanwhile(null)
    save.ask().catch((error: unknown) => {
      unsaved.stay()
      const met = changedMeanwhile<Record<OwnName, string | null> & { version: number }>(error)
      if (!met) return
      draft.meet({ [name]: met.current[name] ?? '' })
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
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {meanwhile && <ConflictBar {...meanwhile} labels={{ [name]: label }} conflicts={draft.conflicts} choose={draft.choose} />}
      <TextInput
        aria-label={label}
        name={name}
        type={name === 'phone' ? 'tel' : 'text'}
        autoComplete={complete[name]}
        autoFocus
        value={value}
        onChange={(event) => draft.set(name, event.currentTarget.value)}
        error={said?.fields?.[name] ?? said?.message}
        readOnly={edit.can !== true}
      />
      <div className={css.acts}>
        <Act label="Cancel" quiet onAct={close} />
        <Act label="Save Changes" primary submit busy={save.busy} {...edit} />
      </div>
      <LeaveGuard unsaved={unsaved} whose="your profile" onSave={press} onDiscard={unsaved.leave} busy={save.busy} />
    </form>
  )
}
