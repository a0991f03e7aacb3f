import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api.ts'
import { TextField } from '../kit/fields.tsx'
import { useAddress } from '../use.ts'
import { Block } from './block.tsx'
import css from './door.module.css'
import { Door, DoorForm } from './door.tsx'
import { said, usePress } from './doors.ts'

/** Asks for the link to a new password. The answer is the same whether or not the address is known. */
export function Page() {
  const [{ email: known }] = useAddress()
  const [email, setEmail] = useState(known ?? '')
  const [sent, setSent] = useState(false)
  const press = usePress(
    () =>
      call('POST', '/api/auth/request-password-reset', { email: email.trim(), redirectTo: '/reset' }).catch(
        said('Write an e-mail address, like name@agency.example.'),
      ),
    () => setSent(true),
  )
  const back = (
    <p className={css.foot}>
      <Link to="/sign-in" search={(email ? { email } : {}) as never}>
        Back to sign in
      </Link>
    </p>
  )
  if (sent)
    return (
      <Door
        title="Look into your mail"
        says={
          <>
            If somebody signs in with <b className="b">{email.trim()}</b>, a link for a new password is on its way. It works for one hour.
          </>
        }
      >
        {back}
      </Door>
    )
  return (
    <Door title="New password" says="We send a link to your address." said={press.said}>
      <DoorForm onSubmit={() => press.run({ email: !email.trim() && 'Write your e-mail address.' })}>
        <TextField
          label="E-mail"
          name="email"
          type="email"
          value={email}
          onChange={setEmail}
          error={press.wrong.email}
          autoComplete="username"
          placeholder="name@agency.example"
        />
        <div className={css.submit}>
          <Block label="Send the link" busy={press.busy} />
        </div>
      </DoorForm>
      {back}
    </Door>
  )
}
