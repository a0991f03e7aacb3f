import { Modal } from '@mantine/core'
import type { Said } from '../api.ts'
import { Act } from './act.tsx'
import css from './save-bar.module.css'

type Props = {
  opened: boolean
  /** "Deactivate Sam?" */
  title: string
  /** Number and consequence. */
  children: React.ReactNode
  /** The verb: "Deactivate Sam". */
  label: string
  onAct: () => void
  onClose: () => void
  busy?: boolean
  said?: Said | null
  danger?: boolean
}

/** Asked before what cannot be undone: the consequence in words, the verb on the button. */
export function ConfirmAct({ opened, title, children, label, onAct, onClose, busy, said, danger }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={440}>
      <div className="t2">{children}</div>
      {said && (
        <p className={css.refused} role="alert" style={{ marginTop: 12 }}>
          {said.message}
        </p>
      )}
      <div className="row" style={{ justifyContent: 'flex-end', marginTop: 20 }}>
        <Act label="Cancel" quiet onAct={onClose} />
        <Act label={label} primary={!danger} danger={!!danger} onAct={onAct} busy={!!busy} />
      </div>
    </Modal>
  )
}
