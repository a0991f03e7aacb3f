import { Act } from './act.tsx'
import css from './conflict-bar.module.css'

type Conflict = { name: string; mine: unknown; theirs: unknown }
type Props = {
  /** "Adam changed this a minute ago." */
  says: string
  /** "Adam's", for the button. */
  whose: string
  labels: Record<string, string>
  conflicts: Conflict[]
  choose: (name: string, whose: 'mine' | 'theirs') => void
}
const shown = (value: unknown) => (Array.isArray(value) ? value.join(', ') : value == null || value === '' ? 'nothing' : String(value))

/** Above the fields when somebody saved meanwhile: both values where they differ, the rest is merged already. */
export function ConflictBar({ says, whose, labels, conflicts, choose }: Props) {
  return (
    <section className={css.bar} role="alert">
      <p>{says}</p>
      {conflicts.length === 0 && <span>What you did not touch has its new value. Save Changes keeps yours.</span>}
      {conflicts.map(({ name, mine, theirs }) => (
        <dl key={name} className={css.both}>
          <dt>{labels[name] ?? name}</dt>
          <dd>
            Yours: {shown(mine)}. {whose}: {shown(theirs)}.
          </dd>
          <dd>
            <Act label="Keep mine" small onAct={() => choose(name, 'mine')} />
          </dd>
          <dd>
            <Act label={`Take ${whose}`} small onAct={() => choose(name, 'theirs')} />
          </dd>
        </dl>
      ))}
    </section>
  )
}
