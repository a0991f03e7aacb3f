import { formatDay } from '#web/format/dates.ts'
import { ConfirmAct } from '#web/kit/confirm-act.tsx'
import { toast } from '#web/kit/toast.tsx'
import { useMe } from '#web/me.ts'
import { useAct, useApi } from '#web/query.ts'
import { useFocusBack } from '../people/focus-back.ts'
import type { Invitation } from './invitations-tab.tsx'

export type Asking = 'resend' | 'revoke'
type Props = { invitation: Invitation; what: Asking; opened: boolean; close: () => void }

/** Both end the link that is in the mailbox now, so both are asked first. */
export function InvitationQuestion({ invitation, what, opened, close }: Props) {
  const { agency } = useMe()
  const api = useApi()
  const { id, email } = invitation
  useFocusBack(opened, email)
  const act = useAct<void, string>({
    act: async () => {
      if (what === 'revoke') {
        await api.invitations.revoke({ id })
        return `The invitation to ${email} is revoked.`
      }
      const sent = await api.invitations.resend({ id })
      return `Sent again to ${email}. The link works until ${formatDay(sent.expires_at, agency.zone)}.`
    },
    touches: ['invitation', 'person'],
    done: (says) => {
      close()
      toast(says)
    },
  })
  const words =
    what === 'revoke'
      ? { title: 'Revoke the invitation?', label: 'Revoke invitation', says: `The link that ${email} has stops working at once.` }
      : {
          title: 'Send the invitation again?',
          label: 'Send again',
          says: `A new link goes to ${email} and works for seven days. The one sent before stops working.`,
        }
  return (
    <ConfirmAct
      opened={opened}
      title={words.title}
      label={words.label}
      onAct={() => act.run()}
      onClose={() => {
        act.forget()
        close()
      }}
      busy={act.busy}
      said={act.said}
      danger={what === 'revoke'}
    >
      {words.says}
    </ConfirmAct>
  )
}
