import css from './permissions.module.css'

const called: Record<string, string> = {
  K: 'statement of the help article Entity User Roles',
  M: 'statement of the help article User Types',
  D: 'decision where the article is silent',
  A: 'decision where the article is silent',
  P: 'principle of the house',
}

/** Where a row comes from: the numbered statements and decisions that ask for it. */
export function Sources({ of: source }: { of: string | null }) {
  const ids = source?.split(/\s+/).filter(Boolean) ?? []
  if (ids.length === 0) return null
  const kinds = [...Map.groupBy(ids, (id) => called[id.charAt(0)] ?? 'source')]
  return (
    <dl>
      <dt>Where it comes from</dt>
      {kinds.map(([kind, some]) => (
        <dd key={kind} className={css.source}>
          <span className="mono">{some.join(' ')}</span>
          <span className="xs t3">{kind}</span>
        </dd>
      ))}
    </dl>
  )
}
