import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api.ts'
import { PasswordField } from '../kit/fields.tsx'
import { useAddress } from '../use.ts'
import { Block } from './block.tsx'
import css from './door.module.css'
import { Door, DoorForm } from './door.tsx'
import { said, usePress } from './doors.ts'

const spent = 'This link was used or is too old. Ask for a new one.'

/** Where the link of the mail leads: a new password, then the sign-in. */
export function Page() {
  const [{ token, error }] = useAddress()
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  const press = usePress(
    () =>
      call('POST', '/api/auth/reset-password', { token, newPassword: password }).catch(
        said(spent, { PASSWORD_TOO_SHORT: 'Use at least 10 characters.', PASSWORD_TOO_LONG: 'Use at most 128 characters.' }),
      ),
    () => setDone(true),
  )
  if (done)
    return (
      <Door title="The new password holds" says="You are signed out everywhere.">
        <Link to="/sign-in">Sign in with it</Link>
      </Door>
    )
  if (!token || error)
    return (
      <Door title="This link does not work" says={spent}>
        <Link to="/forgot">Ask for a new link</Link>
      </Door>
    )
  return (
    <Door title="Choose a new password" says="All your sessions end, here and elsewhere." said={press.said}>
      <DoorForm onSubmit={() => press.run({ password: password.length < 10 && 'Use at least 10 characters.' })}>
        <PasswordField
          label="New password"
          name="password"
          value={password}
          onChange={setPassword}
          error={press.wrong.password}
          hint="At least 10 characters."
          autoComplete="new-password"
        />
        <div className={css.submit}>
          <Block label="Save the password" busy={press.busy} />
        </div>
      </DoorForm>
    </Door>
  )
}
