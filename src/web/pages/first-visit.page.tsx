import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { openApi } from '../client.ts'
import { ChoiceField, PasswordField, TextField, Two } from '../kit/fields.tsx'
import { sessionQuery } from '../query.ts'
import { signOut } from '../shell/sign-out.ts'
import { Block } from './block.tsx'
import css from './door.module.css'
import { Door, DoorForm } from './door.tsx'
import { freshSession, usePress } from './doors.ts'
import { type Kind, KindCards, WhatYouGet } from './kinds.tsx'
import { currencies, currencyHere, zoneHere, zones } from './places.ts'

/** Create your agency: its kind, name, zone and currency, and who you are. Whoever is signed in already is asked no password. */
export function Page() {
  const session = useQuery(sessionQuery)
  const login = session.data?.login
  const nowhere = !!login && session.data?.agencies.length === 0
  const navigate = useNavigate()
  const [kind, setKind] = useState<Kind>('staffing')
  const [name, setName] = useState('')
  const [zone, setZone] = useState(zoneHere)
  const [currency, setCurrency] = useState(() => currencyHere(zoneHere()))
  const [typed, setYourName] = useState<string>()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const yourName = typed ?? login?.name ?? ''
  const press = usePress(
    () => openApi.founding.found({ kind, name, zone, currency, you: login ? { name: yourName } : { name: yourName, email, password } }),
    async (agency) => {
      await freshSession()
      await navigate({ to: `/${agency.slug}`, replace: true })
    },
  )
  const check = () =>
    press.run({
      name: !name.trim() && 'Write the name of your agency.',
      'you.name': !yourName.trim() && 'Write your name.',
      ...(login
        ? {}
        : {
            'you.email': !email.trim() && 'Write your e-mail address.',
            'you.password': password.length < 10 && 'Use at least 10 characters.',
          }),
    })
  if (!session.data) return null
  return (
    <Door
      title="Create your agency"
      says={
        nowhere
          ? `No agency is open to ${login.email} now. An invitation opens one, or you create your own.`
          : login
            ? `You sign in as ${login.email}.`
            : 'You are its first person; colleagues and clients come by invitation.'
      }
      said={press.said}
      wide
      aside={<WhatYouGet kind={kind} />}
    >
      <DoorForm onSubmit={check}>
        <KindCards kind={kind} choose={setKind} />
        <div className={css.fields}>
          <TextField label="Agency name" name="name" value={name} onChange={setName} error={press.wrong.name} autoComplete="organization" />
          <Two>
            <ChoiceField label="Time zone" name="zone" value={zone} onChange={setZone} options={zones()} error={press.wrong.zone} search />
            <ChoiceField
              label="Currency"
              name="currency"
              value={currency}
              onChange={setCurrency}
              options={currencies()}
              error={press.wrong.currency}
              search
            />
          </Two>
          <TextField
            label="Your name"
            name="you.name"
            value={yourName}
            onChange={setYourName}
            error={press.wrong['you.name']}
            autoComplete="name"
          />
          {!login && (
            <Two>
              <TextField
                label="Your e-mail"
                name="you.email"
                type="email"
                value={email}
                onChange={setEmail}
                error={press.wrong['you.email']}
                autoComplete="username"
              />
              <PasswordField
                label="Password"
                name="you.password"
                value={password}
                onChange={setPassword}
                error={press.wrong['you.password']}
                hint="At least 10 characters."
                autoComplete="new-password"
              />
            </Two>
          )}
        </div>
        <div className={css.submit}>
          <Block label="Create agency" busy={press.busy} />
        </div>
      </DoorForm>
      <p className={css.foot}>
        {nowhere ? (
          <button type="button" className={css.link} onClick={() => void signOut()}>
            Sign out
          </button>
        ) : login ? (
          <Link to="/">Back to your agencies</Link>
        ) : (
          <>
            Been here before? <Link to="/sign-in">Sign in</Link>
          </>
        )}
      </p>
    </Door>
  )
}
