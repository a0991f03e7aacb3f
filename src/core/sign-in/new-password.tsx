import { useMutation, useQuery } from '@tanstack/react-query'
import { call, sentence } from '#web/api.ts'
import { Act } from '#web/kit/act.tsx'
import { Card } from '#web/kit/card.tsx'
import { sessionQuery } from '#web/query.ts'
import css from './profile.module.css'

/** A new password comes by mail, so that only who reads the mailbox can set it. */
export function NewPassword() {
  const session = useQuery(sessionQuery)
  const email = session.data?.login?.email
  const send = useMutation({ mutationFn: () => call('POST', '/api/auth/request-password-reset', { email, redirectTo: '/reset' }) })
  return (
    <div className={css.gap}>
      <Card title="Password" padded>
        <div className={css.password}>
          <p className="grow t2">
            {send.isSuccess ? (
              <span role="status">The link is on its way to {email}. It works for one hour; the new password ends all your sessions.</span>
            ) : (
              `We send a link to ${email ?? 'your address'}. With it you choose a new password.`
            )}
          </p>
          {!send.isSuccess && <Act label="Send the link" onAct={() => email && send.mutate()} busy={send.isPending} />}
        </div>
        {send.error && (
          <p className={css.bad} role="alert">
            {sentence(send.error).message}
          </p>
        )}
      </Card>
    </div>
  )
}
