import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api.ts'
import { PasswordField, TextField } from '../kit/fields.tsx'
import { sessionQuery } from '../query.ts'
import { useAddress } from '../use.ts'
import { Block } from './block.tsx'
import { Cast } from './cast.tsx'
import css from './door.module.css'
import { Door, DoorForm } from './door.tsx'
import { freshSession, ownAddress, said, usePress } from './doors.ts'

/** One door for everybody: team, clients, talent; in the demo the cast stands beside it. */
export function Page() {
  const [{ to, email: known }] = useAddress()
  const navigate = useNavigate()
  const session = useQuery(sessionQuery)
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const enter = async () => {
    await freshSession()
    await navigate({ href: ownAddress(to), replace: true } as never)
  }
  const press = usePress(
    () =>
      call('POST', '/api/auth/sign-in/email', { email: email.trim(), password }).catch(
        said('This e-mail and password do not belong together.', {
          EMAIL_NOT_VERIFIED: 'Open the link in our mail first; it proves that the address is yours.',
        }),
      ),
    () => void enter(),
  )
  return (
    <Door
      title="Sign in"
      says="One door for team, clients and talent."
      said={press.said}
      aside={session.data?.demo && <Cast entered={enter} />}
    >
      <DoorForm
        onSubmit={() => press.run({ email: !email.trim() && 'Write your e-mail address.', password: !password && 'Write your password.' })}
      >
        <div className={css.fields}>
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
          <div style={{ position: 'relative' }}>
            <PasswordField
              label="Password"
              name="password"
              value={password}
              onChange={setPassword}
              error={press.wrong.password}
              autoComplete="current-password"
            />
            <Link to="/forgot" search={(email ? { email } : {}) as never} className="xs" style={{ position: 'absolute', right: 0, top: 2 }}>
              Forgot it?
            </Link>
          </div>
        </div>
        <div className={css.submit}>
          <Block label="Sign in" busy={press.busy} />
        </div>
      </DoorForm>
      <p className={css.foot}>
        New here? <Link to="/create">Create your agency</Link>
      </p>
    </Door>
  )
}
