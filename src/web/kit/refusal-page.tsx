import { IconLock } from '@tabler/icons-react'
import type { Said, Why } from '../api.ts'
import { useMaybeMe } from '../me.ts'
import { WholePage } from '../shell/whole-page.tsx'
import { Act } from './act.tsx'
import { PersonLine } from './person-line.tsx'

/** A whole page that is not open to this person: the sentence, who can, the way back. */
export function RefusalPage({ why }: { why: Why }) {
  const me = useMaybeMe()
  const whoCan = ((why as Said).whoCan ?? []).filter((person) => person.id && person.name)
  return (
    <WholePage
      icon={IconLock}
      title={why.message}
      says={
        whoCan.length > 0 && (
          <div style={{ display: 'grid', gap: 8 }}>
            <span className="xs t3">Who can</span>
            {whoCan.slice(0, 3).map((person) => (
              <PersonLine key={person.id} id={person.id!} name={person.name!} second={person.title} />
            ))}
          </div>
        )
      }
    >
      <Act label={me ? `Back to ${me.agency.name}` : 'Back to the start'} to={me ? `/${me.agency.slug}` : '/'} primary />
    </WholePage>
  )
}
