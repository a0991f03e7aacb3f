import { Modal } from '@mantine/core'
import { plural } from '../format/words.ts'
import type { Unsaved } from '../unsaved.ts'
import { Act } from './act.tsx'

type Props = { unsaved: Unsaved; whose: string; onSave: () => void; onDiscard: () => void; busy?: boolean }

/** The question before leaving a form that is a page of its own. In a panel the SaveBar asks instead. */
export function LeaveGuard({ unsaved, whose, onSave, onDiscard, busy }: Props) {
  return (
    <Modal opened={unsaved.asking} onClose={unsaved.stay} title={`Keep ${plural(unsaved.count, 'unsaved change')} to ${whose}?`} size={420}>
      <div className="row" style={{ justifyContent: 'flex-end', flexWrap: 'wrap' }}>
        <Act label="Stay" quiet onAct={unsaved.stay} />
        <Act label="Discard" onAct={onDiscard} danger />
        <Act label="Save Changes" primary onAct={onSave} busy={!!busy} />
      </div>
    </Modal>
  )
}
