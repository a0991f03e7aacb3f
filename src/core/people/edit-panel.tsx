import { useCallback, useEffect, useState } from 'react'
import { formatLong } from '#web/format/dates.ts'
import { Avatar } from '#web/kit/avatar.tsx'
import { SidePanel } from '#web/kit/side-panel.tsx'
import { toast } from '#web/kit/toast.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { useMe } from '#web/me.ts'
import { useRecord } from '#web/query.ts'
import { useUnsaved } from '#web/unsaved.ts'
import { ContactFields } from './contact-fields.tsx'
import { EditFooter } from './edit-footer.tsx'
import { EditNews } from './edit-news.tsx'
import { useFocusBack } from './focus-back.ts'
import { JobRoleChoice } from './job-role-choice.tsx'
import { LevelChoice } from './level-choice.tsx'
import css from './people.module.css'
import { usePersonEdit, type Values } from './person-draft.ts'
import { first, levelTitle, type PersonOnPage, stateOf } from './person-shapes.ts'
import type { PanelProps } from './user-panels.tsx'
import { WhatChanges } from './what-changes.tsx'
import { checkContact, type Wrong } from './wrong.ts'

/** Edit a user: contact, level, job roles. The record is fetched anew, so the form begins on what is true now. */
export function EditPanel({ id, opened, close }: PanelProps & { id: string }) {
  const record = useRecord('person', [id], (api) => api.people.get({ id }))
  if (record.data) return <Form person={record.data} refresh={record.refetch} opened={opened} close={close} />
  return (
    <SidePanel opened={opened} title="Edit" onClose={close}>
      {record.error && <Trouble error={record.error} retry={() => void record.refetch()} />}
    </SidePanel>
  )
}

type FormProps = PanelProps & { person: PersonOnPage; refresh: () => Promise<unknown> }
function Form({ person, refresh, opened, close }: FormProps) {
  const me = useMe()
  const [saved, setSaved] = useState<Partial<Values>>()
  const { draft, met, save } = usePersonEdit(person, refresh, setSaved)
  const [wrong, setWrong] = useState<Wrong>({})
  const unsaved = useUnsaved(saved ? 0 : draft.count)
  useFocusBack(opened, person.name)
  const name = first(person)
  const { values } = draft
  const leveled = draft.changes.level !== undefined
  const side = me.portal.levels.find((level) => level.name === values.level)?.side
  // The panel closes once nothing is unsaved any more: then nothing asks whether to leave.
  const say = useCallback(
    (changes: Partial<Values>) =>
      toast(changes.level ? `${name} is ${levelTitle(me, changes.level)} now.` : `The changes to ${name} are saved.`),
    [me, name],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has been saved
  useEffect(() => {
    if (!saved) return
    unsaved.done(close)
    say(saved)
  }, [saved])
  const press = () => {
    const found = checkContact(draft.changes)
    setWrong(found)
    if (Object.keys(found).length) return
    if (draft.count === 0) return close()
    save.run()
  }
  const discard = () => {
    draft.reset()
    unsaved.leave()
  }
  return (
    <SidePanel
      opened={opened}
      title={`Edit ${person.name}`}
      says={[person.email, `joined ${formatLong(person.joined_at, me.agency.zone)}`].filter(Boolean).join(', ')}
      mark={<Avatar id={person.id} name={person.name} size={36} state={stateOf(person)} />}
      guard={unsaved.before}
      onClose={close}
      footer={
        <EditFooter person={person} draft={draft} unsaved={unsaved} save={save} onSave={press} onDiscard={discard} onCancel={close} />
      }
    >
      <EditNews met={met} draft={draft} />
      <div className={css.form}>
        <ContactFields person={person} values={values} set={draft.set} wrong={{ ...save.said?.fields, ...wrong }} />
        <LevelChoice person={person} value={values.level} choose={(level) => draft.set('level', level)} />
        {leveled && <WhatChanges person={person} level={values.level} />}
        {me.portal.jobRoles.length > 0 && side === 'team' && (
          <JobRoleChoice person={person} value={values.job_roles} choose={(roles) => draft.set('job_roles', roles)} />
        )}
      </div>
    </SidePanel>
  )
}
