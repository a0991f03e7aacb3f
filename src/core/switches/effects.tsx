import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { sentence } from '#web/api.ts'
import type { AgencyClient } from '#web/client.ts'
import { plural } from '#web/format/words.ts'
import { Avatar } from '#web/kit/avatar.tsx'
import { levelOf, useMe } from '#web/me.ts'
import { useApi } from '#web/query.ts'
import { EffectActs, groupsOf } from './effect-acts.tsx'
import css from './switches.module.css'

type Effect = Awaited<ReturnType<AgencyClient['switches']['preview']>>[number]

/** Who gains and who loses what, asked of the server while nothing is saved yet. */
export function Effects({ version, changes }: { version: number; changes: Record<string, boolean> }) {
  const { agency } = useMe()
  const api = useApi()
  const effects = useQuery({
    queryKey: [agency.id, 'rights', 'preview', version, changes],
    queryFn: ({ signal }) => api.switches.preview({ version, switches: changes }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={css.effects} aria-label="Who gains and who loses what" tabIndex={0}>
      <h3>Who gains and who loses what when you save</h3>
      {effects.error && <p className={css.effect}>{sentence(effects.error).message}</p>}
      {!effects.data && !effects.error && <div style={{ height: 84 }} aria-busy="true" />}
      <ul aria-live="polite">
        {effects.data?.map((effect) => (
          <EffectLine key={effect.switch} effect={effect} />
        ))}
      </ul>
    </section>
  )
}

function EffectLine({ effect }: { effect: Effect }) {
  const me = useMe()
  const { on, people, more, gains, losses } = effect
  const one = me.portal.switches.find(({ name }) => name === effect.switch)
  const called = one?.called ?? effect.switch
  const count = people.length + more
  const level = one && levelOf(me, one.level)
  const nobody = `Nobody's rights change: no active ${level?.title ?? 'person'} has it otherwise.`
  return (
    <li className={css.effect}>
      <b className="b">
        {called} {on ? 'on' : 'off'}
      </b>{' '}
      {count === 0 ? (
        <span className="t2">{nobody}</span>
      ) : (
        <>
          <span className="t2">
            {plural(count, 'person', 'people')} {on ? (count === 1 ? 'gains' : 'gain') : count === 1 ? 'loses' : 'lose'}:
          </span>
          {groupsOf(gains, called).map((group) => (
            <EffectActs key={group.only} sign="+" group={group} />
          ))}
          {groupsOf(losses, called).map((group) => (
            <EffectActs key={group.only} sign="−" group={group} />
          ))}
          {gains.length + losses.length === 0 && (
            <p className="t2">{effect.says} What they may open stays the same; what they see in it changes.</p>
          )}
          <p className={css.who}>
            {people.map(({ id, name }) => (
              <span key={id}>
                <Avatar id={id} name={name} size={22} />
                {name}
              </span>
            ))}
            {more > 0 && <span className="t3">and {plural(more, 'more', 'more')}</span>}
          </p>
        </>
      )}
    </li>
  )
}
