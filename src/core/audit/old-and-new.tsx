import { useMe } from '#web/me.ts'
import css from './activity.module.css'
import type { Entry } from './use-activity.ts'
import { inWords, named } from './values.ts'

type Values = Record<string, unknown>
const plain = (value: unknown): Values => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Values) : {})
// The two sides of a hand-over are ids in the row and names beside it.
const silent = new Set(['before', 'after', 'owner_since'])

/** Field by field: what was there, what is there now. */
export function OldAndNew({ details }: Pick<Entry, 'details'>) {
  const me = useMe()
  const [before, after] = [plain(details.before), plain(details.after)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !silent.has(name))
  const handed = typeof details.from === 'string' && typeof details.to === 'string'
  const rows = names.flatMap((name) => {
    if (name === 'owner_id' && handed) return [{ name, old: String(details.from), now: String(details.to) }]
    if (name === 'switches') return switchRows(plain(before[name]), plain(after[name]))
    return [{ name, old: inWords(me, name, before[name]), now: inWords(me, name, after[name]) }]
  })
  const others = Object.entries(details).filter(
    ([name, value]) => !silent.has(name) && !(handed && (name === 'from' || name === 'to')) && typeof value !== 'object',
  )
  return (
    <>
      {rows.length > 0 && (
        <table className={css.changes}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, old, now }) => (
              <tr key={name}>
                <th scope="row">{named(me, name)}</th>
                <td>{old}</td>
                <td className="b">{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <dl className={css.facts}>
          {others.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{named(me, name)}</dt>
              <dd>{inWords(me, name, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {rows.length + others.length === 0 && <p className="t2">No value changed with it.</p>}
    </>
  )
}

/** Switches are told one by one, as they were switched. */
function switchRows(before: Values, after: Values) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]].map(onOff)
    return old === now ? [] : [{ name, old: old!, now: now! }]
  })
}
function onOff(value: unknown): string {
  if (value === undefined || value === null) return 'default'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  const { on, until } = value as { on?: boolean; until?: string | null }
  return `${on ? 'on' : 'off'}${until ? ` until ${until.slice(0, 10)}` : ''}`
}
