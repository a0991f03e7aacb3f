import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, sentence } from '../api.ts'
import { mailPage } from '../core-pages.ts'
import { AgencyMark, Avatar } from '../kit/avatar.tsx'
import { LevelBadge } from '../kit/level-badge.tsx'
import { Note } from '../kit/note.tsx'
import css from './cast.module.css'

type Player = { id: string; name: string; level: string; levelTitle: string; says: string }
type Troupe = { agency: { name: string; kind: string; says: string; colour: string; slug: string }; people: Player[] }

/** The demo's people: one click signs in as anybody of them. */
export function Cast({ entered }: { entered: () => Promise<void> }) {
  const cast = useQuery({ queryKey: ['cast'], queryFn: () => call<Troupe[]>('GET', '/api/demo/cast') })
  const enter = useMutation({ mutationFn: (person: string) => call('POST', '/api/demo/sign-in', { person }), onSuccess: entered })
  return (
    <>
      <div>
        <h2>Demo: walk in as anybody</h2>
        <p className="sm t2" style={{ marginTop: 2 }}>
          Two living agencies. One click, no password. Every mail and SMS that would leave is in the{' '}
          {mailPage ? <Link to="/mail">mail and SMS room</Link> : 'mail and SMS room'}.
        </p>
      </div>
      {enter.error && (
        <Note tone="bad" alert>
          {sentence(enter.error).message}
        </Note>
      )}
      {cast.data?.map((troupe) => (
        <Players key={troupe.agency.slug} {...troupe} entering={enter.isPending ? enter.variables : undefined} enter={enter.mutate} />
      ))}
    </>
  )
}

const atFirst = 4
type PlayersProps = Troupe & { entering: string | undefined; enter: (person: string) => void }

/** One agency's people: those the story is about, and everybody else on request. */
function Players({ agency, people, entering, enter }: PlayersProps) {
  const [all, setAll] = useState(false)
  const [search, setSearch] = useState('')
  const term = search.trim().toLowerCase()
  const shown = all
    ? people.filter(({ name, says, levelTitle }) => `${name} ${says} ${levelTitle}`.toLowerCase().includes(term))
    : people.slice(0, atFirst)
  return (
    <section aria-label={agency.name}>
      <div className={css.agency}>
        <AgencyMark name={agency.name} colour={agency.colour} />
        <span className="b grow">{agency.name}</span>
        <span className="xs t3">{agency.says}</span>
      </div>
      <div className={css.cards}>
        {all && (
          <input
            className={css.find}
            type="search"
            // biome-ignore lint/a11y/noAutofocus: whoever asked for everybody looks for somebody
            autoFocus
            aria-label={`Find somebody at ${agency.name}`}
            placeholder="Name, level or trade"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        <ul className={css.people} data-all={all || undefined}>
          {shown.map((person) => (
            <li key={person.id}>
              <button type="button" className={css.person} aria-busy={entering === person.id} onClick={() => enter(person.id)}>
                <Avatar id={person.id} name={person.name} />
                <span className="grow">
                  <span className={css.name}>{person.name}</span>
                  <span className="xs t3">{person.says}</span>
                </span>
                <LevelBadge level={person.level} title={person.levelTitle} />
              </button>
            </li>
          ))}
        </ul>
        {people.length > atFirst && (
          <button type="button" className={css.more} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `${people.length - atFirst} more`}
          </button>
        )}
      </div>
    </section>
  )
}
