import { useState } from 'react'
import { call, sentence } from '#web/api.ts'
import { Act } from '#web/kit/act.tsx'
import css from './profile.module.css'

type Props = { email: string; small?: boolean }

/** Sends the mail whose link proves the address. */
export function ConfirmAddress({ email, small }: Props) {
  const [state, setState] = useState<'asked' | 'busy' | 'sent' | { said: string }>('asked')
  const send = () => {
    setState('busy')
    call('POST', '/api/auth/send-verification-email', { email, callbackURL: '/' }).then(
      () => setState('sent'),
      (error: unknown) => setState({ said: sentence(error).message }),
    )
  }
  if (state === 'sent')
    return (
      <span className="sm t2" role="status">
        Sent. The link works for one day.
      </span>
    )
  return (
    <>
      {typeof state === 'object' && (
        <span className={css.bad} role="alert">
          {state.said}
        </span>
      )}
      <Act label="Send the link" small={!!small} onAct={send} busy={state === 'busy'} />
    </>
  )
}
