import { useState } from 'react'
import { Act } from '#web/kit/act.tsx'
import bar from '#web/kit/save-bar.module.css'
import { SaveBar } from '#web/kit/save-bar.tsx'
import { type May, may, useMe } from '#web/me.ts'
import type { Unsaved } from '#web/unsaved.ts'
import { mayEdit } from './person-acts.tsx'
import { type Edit, needs, type Values } from './person-draft.ts'
import { first, levelTitle, type Person } from './person-shapes.ts'

type Props = Pick<Edit, 'draft' | 'save'> & {
  person: Person
  unsaved: Unsaved
  onSave: () => void
  onDiscard: () => void
  onCancel: () => void
}

/** The bottom bar. Whoever lowers their own level is asked once more, in the same place: no dialog opens over a panel. */
export function EditFooter({ person, draft, unsaved, save, onSave, onDiscard, onCancel }: Props) {
  const me = useMe()
  const [asking, setAsking] = useState(false)
  const level = draft.changes.level
  const own = person.id === me.person.id && level !== undefined
  const press = () => (own && !asking ? setAsking(true) : onSave())
  if (own && asking && !save.said)
    return (
      <div className={bar.bar} role="alertdialog" aria-label="Your own level">
        <span className={bar.left} style={{ flexBasis: '100%' }}>
          <b className="b">Give up {me.person.levelTitle}?</b> You are {levelTitle(me, level)} at once, and only somebody else can change
          that back.
        </span>
        <span className="grow" />
        <Act label="Stay" quiet onAct={() => setAsking(false)} />
        <Act label={`Become ${levelTitle(me, level)}`} primary onAct={onSave} busy={save.busy} />
      </div>
    )
  return (
    <SaveBar
      unsaved={unsaved}
      whose={first(person)}
      onSave={press}
      onCancel={onCancel}
      onDiscard={onDiscard}
      busy={save.busy}
      {...maySave(person, draft.changes)}
      said={save.said?.code === 'changed_meanwhile' ? null : save.said}
    />
  )
}

/** Saving needs the right to everything that was changed; with nothing changed, to anything at all. */
function maySave(person: Person, changes: Partial<Values>): May {
  const changed = Object.keys(changes) as (keyof Values)[]
  const each = changed.map((field) => may(person, needs(field)))
  return each.find(({ can }) => can !== true) ?? each[0] ?? mayEdit(person)
}
