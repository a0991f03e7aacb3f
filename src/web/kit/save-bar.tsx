import type { Can, Said } from '../api.ts'
import { plural } from '../format/words.ts'
import type { May } from '../me.ts'
import type { Unsaved } from '../unsaved.ts'
import { Act } from './act.tsx'
import css from './save-bar.module.css'
import { StatusDot } from './status.tsx'

type Props = {
  unsaved: Unsaved
  /** Whose changes: "Sam", for the question before leaving. */
  whose: string
  onSave: () => void
  onCancel: () => void
  onDiscard: () => void
  busy?: boolean
  can?: Can
  /** Which act it is, so that a refused button also says who can. */
  of?: May['of'] | undefined
  said?: Said | null
  label?: string
  says?: React.ReactNode
}

/**
 * Below a form: at the left what is unsaved, at the right Cancel and Save Changes. When something wants to leave, the same bar
 * asks first, so no dialog opens over a panel. A refusal stands here too, beside what was pressed.
 */
export function SaveBar({ unsaved, whose, onSave, onCancel, onDiscard, busy, can = true, of, said, label = 'Save Changes', says }: Props) {
  const { count, asking } = unsaved
  if (asking)
    return (
      <div className={css.bar} role="alertdialog" aria-label="Unsaved changes" data-question>
        <span className={css.left}>
          <b className="b">
            Keep {plural(count, 'unsaved change')} to {whose}?
          </b>
        </span>
        <Act label="Stay" quiet onAct={unsaved.stay} />
        <Act label="Discard" onAct={onDiscard} danger />
        <Act label={label} primary onAct={onSave} busy={!!busy} can={can} of={of} />
      </div>
    )
  return (
    <div className={css.bar}>
      {said && (
        <p className={css.refused} role="alert">
          {said.message}
        </p>
      )}
      <span className={css.left} role="status">
        {count > 0 ? <StatusDot tone="warn">{plural(count, 'unsaved change')}</StatusDot> : says}
      </span>
      <Act label="Cancel" quiet onAct={onCancel} />
      <Act label={label} primary submit onAct={onSave} busy={!!busy} can={can} of={of} />
    </div>
  )
}
