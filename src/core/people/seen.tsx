import { StatusDot } from '#web/kit/status.tsx'
import { Time } from '#web/kit/time.tsx'
import { useMe } from '#web/me.ts'
import { isHere, type Person } from './person-shapes.ts'

/** When somebody was last here, or that they never could be. */
export function Seen({ person }: { person: Pick<Person, 'id' | 'registered' | 'status' | 'seen_at'> }) {
  const me = useMe()
  if (!person.registered) return <StatusDot tone="warn">Not registered</StatusDot>
  if (person.id === me.person.id || (isHere(person.seen_at) && person.status === 'active')) return <StatusDot tone="ok">Here now</StatusDot>
  return person.seen_at ? <Time at={person.seen_at} /> : <span className="t3">–</span>
}
