import { IconPencil } from '@tabler/icons-react'
import type { May } from '../me.ts'
import { ActIcon } from './act-icon.tsx'
import css from './card.module.css'

type Props = { label: string; children: React.ReactNode; may?: May; onEdit?: () => void; editing?: React.ReactNode }

/** Label, value, pencil. While `editing` is given it stands in place of the value. Put several into `SettingsRows`. */
export function SettingsRow({ label, children, may, onEdit, editing }: Props) {
  return (
    <div className={css.setting}>
      <dt>{label}</dt>
      {editing ? <dd className={css.edit}>{editing}</dd> : <dd>{children}</dd>}
      {!editing && (may || onEdit) && (
        <dd>
          <ActIcon label={`Edit ${label.toLowerCase()}`} icon={IconPencil} onAct={onEdit} {...may} />
        </dd>
      )}
    </div>
  )
}
export const SettingsRows = ({ children }: { children: React.ReactNode }) => <dl>{children}</dl>
