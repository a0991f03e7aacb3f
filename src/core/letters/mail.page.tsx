import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, Refused, withQuery } from '#web/api.ts'
import { plural } from '#web/format/words.ts'
import { EmptyState } from '#web/kit/empty-state.tsx'
import { Logo } from '#web/kit/logo.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { NotFound } from '#web/shell/whole-page.tsx'
import { useAddress, usePhone, useTitle } from '#web/use.ts'
import css from './mail.module.css'
import { MailLetter, type Posted } from './mail-letter.tsx'
import { MailList, Recipients } from './mail-list.tsx'

/** The demo's mail and SMS room: everything that would have left, newest first. It looks again by itself. */
export function Page() {
  useTitle('Mail and SMS room')
  const [{ to, letter }] = useAddress()
  const phone = usePhone()
  const room = useQuery({
    queryKey: ['mail', 'room'],
    queryFn: () => call<Posted[]>('GET', withQuery('/api/demo/outbox', { most: 500 })),
    refetchInterval: 2000,
  })
  if (room.error instanceof Refused && room.error.status === 404) return <NotFound />
  const all = room.data ?? []
  const shown = to ? all.filter(({ recipient }) => recipient === to) : all
  const open = shown.find(({ id }) => id === letter) ?? (phone ? undefined : shown[0])
  return (
    <div className={css.room}>
      <header className={css.head}>
        <Link to="/" className={css.home}>
          <Logo />
          <span className="ears">Back to Rolecall</span>
        </Link>
        <div className="grow">
          <h1>Mail and SMS room</h1>
          <p className="sm t2">Nothing leaves the demo. What would have left is here.</p>
        </div>
        <Link to="/sign-in" className="sm">
          Sign in
        </Link>
      </header>
      {room.error && !room.data ? (
        <Trouble error={room.error} retry={() => void room.refetch()} />
      ) : (
        <main className={css.two} data-reading={(phone && !!open) || undefined}>
          <section className={css.left} aria-label="Letters">
            <div className={css.bar}>
              <Recipients letters={all} />
              <span className="xs t3 num">{room.data && plural(shown.length, 'letter')}</span>
            </div>
            {room.data && shown.length === 0 ? (
              <EmptyState says={to ? `Nothing was sent to ${to} yet.` : 'Every mail and SMS that would leave stands here.'} />
            ) : (
              <MailList letters={shown} open={open?.id} />
            )}
          </section>
          <section className={css.right} aria-label="The letter">
            {open && <MailLetter key={open.id} letter={open} />}
          </section>
        </main>
      )}
    </div>
  )
}
