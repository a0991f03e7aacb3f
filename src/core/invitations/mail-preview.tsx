import { formatDay } from '#web/format/dates.ts'
import { AgencyMark } from '#web/kit/avatar.tsx'
import { levelOf, useMe } from '#web/me.ts'
import { invitationWords } from './invitation-words.ts'
import css from './invitations.module.css'

type Props = { emails: string[]; level: string; message: string }
const week = 7 * 24 * 3600_000

/** The mail as it will stand in a mailbox; the link in it is made when it is sent. */
export function MailPreview({ emails, level, message }: Props) {
  const me = useMe()
  const { agency, person } = me
  const words = invitationWords({
    inviter: person.name,
    agency: agency.name,
    level: levelOf(me, level)?.title ?? level,
    until: formatDay(Date.now() + week, agency.zone),
    email: emails[0] ?? 'the invited address',
  })
  return (
    <section aria-label="Preview of the mail">
      <p className="xs t3">Preview of the mail</p>
      <p className={css.subject}>{words.subject}</p>
      <div className={css.mail}>
        <div className="row">
          <AgencyMark name={agency.name} colour={agency.colour} />
          <b className="b">{agency.name}</b>
        </div>
        <h3 className={css.heading}>{words.heading}</h3>
        <p>{words.line}</p>
        {message.trim() && <p className={css.quote}>{message.trim()}</p>}
        <span className={css.button}>{words.button}</span>
        <p className={css.small}>{words.small}</p>
      </div>
    </section>
  )
}
