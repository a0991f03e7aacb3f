import { useEffect, useId, useState } from 'react'
import { SaveBar } from '#web/kit/save-bar.tsx'
import { SidePanel } from '#web/kit/side-panel.tsx'
import { toast } from '#web/kit/toast.tsx'
import { mayBegin, mayI, useMe } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'
import type { Me } from '#web/session.ts'
import { useDraft, useUnsaved } from '#web/unsaved.ts'
import { useAddress } from '#web/use.ts'
import { ContactFields } from './contact-fields.tsx'
import { JobRoleChoice } from './job-role-choice.tsx'
import { LevelCard, LevelCards } from './level-choice.tsx'
import css from './people.module.css'
import { contactOf, type Values } from './person-draft.ts'
import { first, levelTitle, type Person } from './person-shapes.ts'
import type { PanelProps } from './user-panels.tsx'
import { checkContact, type Wrong } from './wrong.ts'

const addable = (me: Me) => me.portal.addable.filter((level) => mayI(me, 'person.create', { level }) === true)
const empty = (level: string): Values => ({ name: '', phone: '', email: '', title: '', level, job_roles: [] })

/** Types in somebody who has not registered: their account waits until they do. */
export function AddPanel({ opened, close }: PanelProps) {
  const me = useMe()
  const api = useApi()
  const group = useId()
  const [, set] = useAddress()
  const levels = addable(me)
  const draft = useDraft(empty(levels[0] ?? 'agent'))
  const [wrong, setWrong] = useState<Wrong>({})
  const [added, setAdded] = useState<Person>()
  const unsaved = useUnsaved(added ? 0 : draft.count)
  const { values } = draft
  const team = me.portal.levels.find((level) => level.name === values.level)?.side === 'team'
  const add = useAct<void, Person>({
    act: () =>
      api.people.add({
        ...(contactOf(values) as { name: string; phone: string | null; email: string | null; title: string | null }),
        level: values.level as Person['level'],
        job_roles: team ? values.job_roles : [],
      }),
    touches: ['person'],
    done: setAdded,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when somebody has been added
  useEffect(() => {
    if (!added) return
    toast(`${added.name} is added as ${levelTitle(me, added.level)}.`)
    unsaved.done(() => set({ panel: undefined, id: undefined, tab: added.side === 'client' ? 'clients' : undefined }, true))
  }, [added])
  const press = () => {
    const found = checkContact({ name: values.name, email: values.email })
    setWrong(found)
    if (Object.keys(found).length === 0) add.run()
  }
  const called = first({ name: values.name }) || 'the new user'
  return (
    <SidePanel
      opened={opened}
      title="Add user"
      says="Somebody who does not sign in yet."
      guard={unsaved.before}
      onClose={close}
      footer={
        <SaveBar
          unsaved={unsaved}
          whose={called}
          label={values.name.trim() ? `Add ${first({ name: values.name })}` : 'Add user'}
          onSave={press}
          onCancel={close}
          onDiscard={() => {
            draft.reset()
            unsaved.leave()
          }}
          busy={add.busy}
          {...mayBegin(me, 'person.create', { level: values.level })}
          said={add.said}
        />
      }
    >
      <div className={css.form}>
        <LevelCards label="Level">
          {levels.map((name) => {
            const level = me.portal.levels.find((one) => one.name === name)
            return (
              level && (
                <LevelCard key={name} level={level} name={group} chosen={name === values.level} choose={() => draft.set('level', name)} />
              )
            )
          })}
        </LevelCards>
        <ContactFields values={values} set={draft.set} wrong={{ ...add.said?.fields, ...wrong }} />
        {me.portal.jobRoles.length > 0 && team && (
          <JobRoleChoice value={values.job_roles} choose={(roles) => draft.set('job_roles', roles)} />
        )}
      </div>
    </SidePanel>
  )
}
