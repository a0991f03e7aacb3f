import { plural } from '#web/format/words.ts'
import { Card } from '#web/kit/card.tsx'
import { EmptyState } from '#web/kit/empty-state.tsx'
import { StatusDot } from '#web/kit/status.tsx'
import { Time } from '#web/kit/time.tsx'
import { Trouble } from '#web/kit/trouble.tsx'
import { useLetters } from './use-letters.ts'
import css from './waiting.module.css'

/** Mail that has not left yet, oldest first, and why. It asks again by itself. */
export function WaitingLetters() {
  const letters = useLetters()
  if (letters.error && !letters.data) return <Trouble error={letters.error} retry={() => void letters.refetch()} />
  if (!letters.data) return <div style={{ height: 120 }} aria-busy="true" />
  return (
    <>
      <p className={`t2 ${css.says}`}>
        Mail is kept until the mail server takes it, and tried again by itself. Nothing is lost and no page waits for it.
      </p>
      <Card label="Mail that waits">
        {letters.data.length === 0 ? (
          <EmptyState boxed says="No mail waits. What the mail server does not take at once stands here, with the reason." />
        ) : (
          <ul>
            {letters.data.map(({ id, recipient, subject, since, attempts, problem }) => (
              <li key={id} className={css.letter}>
                <div className={css.words}>
                  <span className="b clip" title={subject}>
                    {subject}
                  </span>
                  <span className="sm t2 clip">to {recipient}</span>
                </div>
                <div className={css.state}>
                  {attempts === 0 ? (
                    <StatusDot tone="warn">Leaves next</StatusDot>
                  ) : (
                    <StatusDot tone="bad">Tried {plural(attempts, 'time')}</StatusDot>
                  )}
                  <span className="xs t3">
                    written <Time at={since} as="within" />
                  </span>
                </div>
                {problem && <p className={css.problem}>{problem}</p>}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}
