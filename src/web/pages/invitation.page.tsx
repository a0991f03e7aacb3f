import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Refused, sentence } from '../api.ts'
import { openApi } from '../client.ts'
import { formatMoment } from '../format/dates.ts'
import { firstName } from '../format/words.ts'
import { AgencyMark } from '../kit/avatar.tsx'
import { PasswordField, TextField } from '../kit/fields.tsx'
import { LevelBadge } from '../kit/level-badge.tsx'
import { Note } from '../kit/note.tsx'
import { signOut } from '../shell/sign-out.ts'
import { Block } from './block.tsx'
import css from './door.module.css'
import { Door, DoorForm } from './door.tsx'
import { freshSession, usePress } from './doors.ts'

type Seen = Awaited<ReturnType<typeof openApi.acceptance.see>>

/** Where an invitation's link leads: who invites to what; a new person chooses name and password, a known one only accepts. */
export function Page() {
  const { token } = useParams({ strict: false }) as { token: string }
  const seen = useQuery({ queryKey: ['invitation', token], queryFn: () => openApi.acceptance.see({ token }), retry: false })
  if (seen.error) {
    const gone = seen.error instanceof Refused && [400, 404, 410].includes(seen.error.status)
    return (
      <Door title={gone ? 'This invitation is no longer open' : 'The invitation cannot be shown'} says={sentence(seen.error).message}>
        <Link to="/sign-in">Sign in</Link>
      </Door>
    )
  }
  if (!seen.data) return null
  return <Acceptance token={token} seen={seen.data} />
}

function Acceptance({ token, seen }: { token: string; seen: Seen }) {
  const { agency, level, email, inviter, message, expires, account } = seen
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const press = usePress(
    () => openApi.acceptance.accept(account === 'new' ? { token, name, password } : { token }),
    async (joined) => {
      await freshSession()
      await navigate({ to: `/${joined.agency.slug}`, replace: true })
    },
  )
  const check = () =>
    press.run(
      account === 'new'
        ? { name: !name.trim() && 'Write your name.', password: password.length < 10 && 'Use at least 10 characters.' }
        : {},
    )
  return (
    <Door
      title={`Join ${agency.name}`}
      says={`${inviter} invites ${email}. The link works until ${formatMoment(expires)}.`}
      said={press.said}
      aside={
        <>
          <div className="row" style={{ gap: 12 }}>
            <AgencyMark name={agency.name} colour={agency.colour} />
            <h2>{agency.name}</h2>
          </div>
          <div>
            <LevelBadge level={level.name} title={level.title} />
            <p className="t2" style={{ marginTop: 8, maxWidth: 480 }}>
              {level.says}
            </p>
          </div>
          {message && (
            <blockquote className="t2" style={{ margin: 0, paddingLeft: 12, borderLeft: '2px solid var(--rc-line-2)', maxWidth: 480 }}>
              {message}
              <footer className="xs t3">{inviter}</footer>
            </blockquote>
          )}
        </>
      }
    >
      {(account === 'new' || account === 'signed-in') && (
        <DoorForm onSubmit={check}>
          {account === 'new' && (
            <div className={css.fields}>
              <TextField label="Your name" name="name" value={name} onChange={setName} error={press.wrong.name} autoComplete="name" />
              <PasswordField
                label="Password"
                name="password"
                value={password}
                onChange={setPassword}
                error={press.wrong.password}
                hint="At least 10 characters."
                autoComplete="new-password"
              />
            </div>
          )}
          <div className={css.submit}>
            <Block label={`Join ${agency.name}`} busy={press.busy} />
          </div>
        </DoorForm>
      )}
      {account === 'existing' && (
        <>
          <Note tone="tint">You already sign in with {email}. Sign in, and this page comes back.</Note>
          <p className={css.foot}>
            <Link to="/sign-in" search={{ to: `/invitation/${token}`, email } as never}>
              Sign in as {email}
            </Link>
          </p>
        </>
      )}
      {account === 'other' && (
        <>
          <Note tone="warn">
            This invitation is for {email}, and somebody else is signed in here. {firstName(inviter)} can also invite the address you use.
          </Note>
          <p className={css.foot}>
            <button type="button" className={css.link} onClick={() => void signOut()}>
              Sign out
            </button>
            , then open the link of the mail again.
          </p>
        </>
      )}
    </Door>
  )
}
