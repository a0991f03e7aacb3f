import { formatLong } from '#web/format/dates.ts'
import { formatPhone } from '#web/format/phone.ts'
import { Avatar } from '#web/kit/avatar.tsx'
import { Fact, Facts } from '#web/kit/facts.tsx'
import { JobRoleChip } from '#web/kit/job-role-chip.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { StatusPill } from '#web/kit/status.tsx'
import { useMe } from '#web/me.ts'
import css from './person.module.css'
import { isHere, levelName, type PersonOnPage, stateOf } from './person-shapes.ts'
import { Seen } from './seen.tsx'

/** Broken, if it must be, before its @. */
function Address({ email }: { email: string }) {
  const [box, ...place] = email.split('@')
  return (
    <a href={`mailto:${email}`}>
      {box}
      <wbr />@{place.join('@')}
    </a>
  )
}

/** Who this is; it stays while the tabs change. */
export function Summary({ person }: { person: PersonOnPage }) {
  const me = useMe()
  const { email, phone, title } = person
  const gone = person.status === 'deactivated'
  return (
    <>
      <div className={css.who}>
        <Avatar id={person.id} name={person.name} size={56} state={stateOf(person)} />
        <div className="grow">
          <p className={css.name} data-gone={gone || undefined}>
            {person.name} {person.id === me.person.id && <span className="t3">(you)</span>}
          </p>
          {title && <p className="t2">{title}</p>}
        </div>
      </div>
      <div className={css.badges}>
        <LevelBadge level={levelName(person)} />
        {gone && <StatusPill tone="bad">Deactivated</StatusPill>}
        {!gone && !person.registered && <StatusPill tone="warn">Not registered</StatusPill>}
        {!gone && person.registered && isHere(person.seen_at) && <StatusPill tone="ok">Here now</StatusPill>}
      </div>
      {person.job_roles.length > 0 && (
        <div className={css.badges}>
          {person.job_roles.map((role) => (
            <JobRoleChip key={role} name={role} />
          ))}
        </div>
      )}
      <div className={css.facts}>
        <Facts>
          <Fact label="E-mail">{email && <Address email={email} />}</Fact>
          <Fact label="Phone">
            {phone && (
              <a href={`tel:${phone}`} className="num">
                {formatPhone(phone, me.agency.currency)}
              </a>
            )}
          </Fact>
          <Fact label="Joined">{formatLong(person.joined_at, me.agency.zone)}</Fact>
          <Fact label="Last seen">
            <Seen person={person} />
          </Fact>
        </Facts>
      </div>
      {!person.registered && !gone && (
        <p className={css.since}>{person.name} was added by a colleague or an import and signs in after registering.</p>
      )}
      {person.updated_by && (
        <p className={css.since}>
          Last changed by {person.updated_by.id === me.person.id ? 'you' : person.updated_by.name},{' '}
          {formatLong(person.updated_at, me.agency.zone)}.
        </p>
      )}
    </>
  )
}
