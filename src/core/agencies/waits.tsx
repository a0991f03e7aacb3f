import { IconMail, IconMailExclamation, IconSend, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDay } from '#web/format/dates.ts'
import { listed, plural } from '#web/format/words.ts'
import { Act } from '#web/kit/act.tsx'
import { Card } from '#web/kit/card.tsx'
import { Glyph, type Icon } from '#web/kit/glyph.tsx'
import { opens, useHref, useMe } from '#web/me.ts'
import { sessionQuery, useRecord } from '#web/query.ts'
import { useLetters } from '../letters/use-letters.ts'
import { ConfirmAddress } from '../sign-in/confirm-address.tsx'
import css from './home.module.css'

/** Only what waits for this person, each line with what to do about it. */
export function Waits() {
  const me = useMe()
  const href = useHref()
  const session = useQuery(sessionQuery)
  const invitations = useRecord(
    'invitation',
    ['open'],
    (api) => api.invitations.list({ state: 'open', most: 100 }),
    opens(me, 'invitation.read'),
  )
  const letters = useLetters()
  const asked = [session, invitations, letters].some((one) => one.isLoading)
  const all = invitations.data?.invitations ?? []
  const [open, expired] = [all.filter((one) => one.state === 'open'), all.filter((one) => one.state === 'expired')]
  const login = session.data?.login
  const waiting = letters.data?.length ?? 0
  const tried = letters.data?.filter((letter) => letter.attempts > 0) ?? []
  const stuck = tried.length
  const noServer = tried.find(({ problem }) => problem?.startsWith('No mail server'))?.problem
  const lines = [
    login && !login.proven && (
      <Line
        key="address"
        icon={IconMailExclamation}
        title={`Confirm that ${login.email} is yours`}
        says="Invitations open only for a confirmed address."
      >
        <ConfirmAddress email={login.email} small />
      </Line>
    ),
    expired.length > 0 && (
      <Line
        key="expired"
        icon={IconSend}
        title={plural(expired.length, 'invitation has expired', 'invitations have expired')}
        says={`To ${names(expired)}. Send again or revoke.`}
      >
        <Act label="Open invitations" small to={href('users')} search={{ tab: 'invitations' }} />
      </Line>
    ),
    open.length > 0 && (
      <Line
        key="open"
        icon={IconUserPlus}
        title={plural(open.length, 'invitation is open', 'invitations are open')}
        says={`To ${names(open)}. ${open.length === 1 ? 'It' : 'The first one'} ends ${formatDay(Math.min(...open.map((one) => new Date(one.expires_at).getTime())), me.agency.zone)}.`}
      >
        <Act label="Open invitations" small to={href('users')} search={{ tab: 'invitations' }} />
      </Line>
    ),
    stuck > 0 && (
      <Line
        key="mail"
        icon={IconMail}
        title={plural(stuck, 'mail waits', 'mails wait')}
        says={noServer ?? 'The mail server has not taken it yet. It is tried again by itself.'}
      >
        <Act label="Mail that waits" small to={href('preferences')} search={{ section: 'mail' }} />
      </Line>
    ),
  ].filter(Boolean)
  return (
    <Card title="Waits for you" aside={lines.length > 0 && <span className="num t3">{lines.length}</span>}>
      {lines.length > 0 ? (
        <ul>{lines}</ul>
      ) : (
        <p className={css.nothing}>
          {asked ? ' ' : <Nothing me={opens(me, 'invitation.create')} users={href('users')} quiet={waiting > 0} />}
        </p>
      )}
    </Card>
  )
}

const names = (all: { email: string }[]) =>
  listed([...all.slice(0, 2).map(({ email }) => email), ...(all.length > 2 ? [`${all.length - 2} more`] : [])])

function Nothing({ me, users, quiet }: { me: boolean; users: string; quiet: boolean }) {
  if (!me) return 'Nothing waits for you. What others ask of you will stand here.'
  return (
    <>
      Nothing waits for you{quiet ? '; mail is just leaving' : ''}. Open invitations and mail that cannot leave stand here.{' '}
      <Link to={users} search={{ panel: 'invite' } as never}>
        Invite people
      </Link>
    </>
  )
}

function Line({ icon, title, says, children }: { icon: Icon; title: string; says: string; children: React.ReactNode }) {
  return (
    <li className={css.wait}>
      <Glyph of={icon} />
      <div className="grow">
        <span className="b">{title}</span>
        <p className="sm t2">{says}</p>
      </div>
      {children}
    </li>
  )
}
