import { useEffect, useState } from 'react'
import { formatDay } from '#web/format/dates.ts'
import { listed, plural } from '#web/format/words.ts'
import { goToWrong, LongField } from '#web/kit/fields.tsx'
import { Note } from '#web/kit/note.tsx'
import { SaveBar } from '#web/kit/save-bar.tsx'
import { SidePanel } from '#web/kit/side-panel.tsx'
import { toast } from '#web/kit/toast.tsx'
import { mayBegin, useMe } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'
import { useDraft, useUnsaved } from '#web/unsaved.ts'
import { JobRoleChoice } from '../people/job-role-choice.tsx'
import people from '../people/people.module.css'
import type { PanelProps } from '../people/user-panels.tsx'
import { AddressField, isAddress } from './address-field.tsx'
import { InvitableLevels } from './invitable-levels.tsx'
import type { Invitation } from './invitations-tab.tsx'
import { MailPreview } from './mail-preview.tsx'

/** Invites colleagues: several addresses, one level, job roles, a message; beside it the mail they get. */
export function InvitePanel({ opened, close }: PanelProps) {
  const me = useMe()
  const api = useApi()
  const { invitable, jobRoles } = me.portal
  const draft = useDraft({ emails: [] as string[], level: invitable.at(-1) as string, job_roles: [] as string[], message: '' })
  const [wrong, setWrong] = useState<string>()
  const [sent, setSent] = useState<Invitation[]>()
  const unsaved = useUnsaved(sent ? 0 : draft.count)
  const { values } = draft
  const right = mayBegin(me, 'invitation.create')
  const invite = useAct<void, { invitations: Invitation[] }>({
    act: () => api.invitations.create({ ...values, message: values.message.trim() || null }),
    touches: ['invitation', 'person'],
    done: ({ invitations }) => setSent(invitations),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when they have been sent
  useEffect(() => {
    if (!sent) return
    unsaved.done(close)
    toast(saidOf(sent, me.agency.zone))
  }, [sent])
  const press = () => {
    const bad = values.emails.find((email) => !isAddress(email))
    const said =
      values.emails.length === 0
        ? 'Write at least one address.'
        : bad && `"${bad}" is no e-mail address. Write it like name@agency.example.`
    setWrong(said)
    if (said) goToWrong({ emails: said })
    else invite.run()
  }
  const count = values.emails.length
  const refused = invite.said
  const about = refused?.fields?.emails
  return (
    <SidePanel
      opened={opened}
      title="Invite users"
      says={`They join ${me.agency.name} by the link in the mail.`}
      guard={unsaved.before}
      onClose={close}
      aside={<MailPreview {...values} />}
      footer={
        <SaveBar
          unsaved={unsaved}
          whose={count > 1 ? 'these invitations' : 'this invitation'}
          label={count === 0 ? 'Invite' : `Invite ${plural(count, 'person', 'people')}`}
          onSave={press}
          onCancel={close}
          onDiscard={() => {
            draft.reset()
            unsaved.leave()
          }}
          busy={invite.busy}
          {...right}
          said={about ? null : refused}
        />
      }
    >
      <div className={people.form}>
        {right.can !== true && <Note>{right.can.message}</Note>}
        <AddressField
          value={values.emails}
          onChange={(emails) => {
            draft.set('emails', emails)
            setWrong(undefined)
            invite.forget()
          }}
          error={wrong ?? (about && refused?.message)}
          marked={about}
        />
        <InvitableLevels value={values.level} choose={(level) => draft.set('level', level)} />
        {jobRoles.length > 0 && <JobRoleChoice value={values.job_roles} choose={(roles) => draft.set('job_roles', roles)} />}
        <LongField
          label="Message"
          name="message"
          value={values.message}
          onChange={(message) => draft.set('message', message)}
          hint="Stands in the mail, above the link."
          optional
        />
      </div>
    </SidePanel>
  )
}

function saidOf(sent: Invitation[], zone: string) {
  const day = formatDay(sent[0]!.expires_at, zone)
  const names = sent.length > 3 ? plural(sent.length, 'person', 'people') : listed(sent.map(({ email }) => email))
  return `Invited ${names}. ${sent.length === 1 ? 'The link works' : 'The links work'} until ${day}.`
}
