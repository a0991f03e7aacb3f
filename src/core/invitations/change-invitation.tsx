import { useEffect, useState } from 'react'
import { SaveBar } from '#web/kit/save-bar.tsx'
import { SidePanel } from '#web/kit/side-panel.tsx'
import { toast } from '#web/kit/toast.tsx'
import { may, useMe } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'
import { useDraft, useUnsaved } from '#web/unsaved.ts'
import { useFocusBack } from '../people/focus-back.ts'
import { JobRoleChoice } from '../people/job-role-choice.tsx'
import people from '../people/people.module.css'
import { levelTitle } from '../people/person-shapes.ts'
import type { PanelProps } from '../people/user-panels.tsx'
import { InvitableLevels } from './invitable-levels.tsx'
import type { Invitation } from './invitations-tab.tsx'

/** Another level or other job roles for somebody who has not come yet. The link in the mailbox stays good. */
export function ChangeInvitation({ invitation, opened, close }: PanelProps & { invitation: Invitation }) {
  const me = useMe()
  const api = useApi()
  const { id, version, email } = invitation
  const draft = useDraft({ level: invitation.level as string, job_roles: invitation.job_roles })
  const [saved, setSaved] = useState(false)
  useFocusBack(opened, email)
  const unsaved = useUnsaved(saved ? 0 : draft.count)
  const save = useAct<void, Invitation>({
    act: () => api.invitations.edit({ id, version, ...draft.changes }),
    touches: ['invitation'],
    done: () => setSaved(true),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has been saved
  useEffect(() => {
    if (!saved) return
    unsaved.done(close)
    toast(`${email} is invited as ${levelTitle(me, draft.values.level)} now.`)
  }, [saved])
  return (
    <SidePanel
      opened={opened}
      title="Change the invitation"
      says={email}
      guard={unsaved.before}
      onClose={close}
      footer={
        <SaveBar
          unsaved={unsaved}
          whose="this invitation"
          onSave={() => (draft.count === 0 ? close() : save.run())}
          onCancel={close}
          onDiscard={() => {
            draft.reset()
            unsaved.leave()
          }}
          busy={save.busy}
          {...may(invitation, 'invitation.edit')}
          said={save.said}
        />
      }
    >
      <div className={people.form}>
        <InvitableLevels value={draft.values.level} now={invitation.level} choose={(level) => draft.set('level', level)} />
        {me.portal.jobRoles.length > 0 && (
          <JobRoleChoice value={draft.values.job_roles} choose={(roles) => draft.set('job_roles', roles)} />
        )}
      </div>
    </SidePanel>
  )
}
