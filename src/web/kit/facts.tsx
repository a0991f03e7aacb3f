import { TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { sentence } from '../api.ts'
import type { May } from '../me.ts'
import { ActIcon } from './act-icon.tsx'
import css from './facts.module.css'

/** A record's key facts, ten at most. */
export const Facts = ({ children }: { children: React.ReactNode }) => <dl className={css.facts}>{children}</dl>

type Props = {
  label: string
  children?: React.ReactNode
  /** Edited where it stands: pencil on hover and focus, Enter saves, Esc restores. */
  value?: string | null
  may?: May
  /** While it is under way and after a refusal the field stays, with what was typed and the sentence below it. */
  onSave?: (value: string) => unknown
}

/** One fact; with `value` and `onSave` it can be edited in place. */
export function Fact({ label, children, value, may, onSave }: Props) {
  const [text, setText] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const saving = useRef(false)
  const edit = (to: string | null) => {
    setText(to)
    setError(undefined)
  }
  const save = async () => {
    if (text === null || saving.current) return
    saving.current = true
    try {
      if (text.trim() !== (value ?? '')) await onSave?.(text.trim())
      edit(null)
    } catch (refused) {
      setError(sentence(refused).message)
    }
    saving.current = false
  }
  return (
    <>
      <dt>{label}</dt>
      <dd className={css.fact}>
        {text !== null ? (
          <TextInput
            className="grow"
            aria-label={label}
            autoFocus
            value={text}
            error={error}
            onChange={(event) => edit(event.currentTarget.value)}
            onBlur={() => void save()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void save()
              if (event.key === 'Escape') edit(null)
            }}
          />
        ) : (
          <>
            <span className="grow">{children ?? value ?? <span className="t3">–</span>}</span>
            {onSave && (
              <ActIcon
                label={`Edit ${label.toLowerCase()}`}
                icon={IconPencil}
                className={css.pencil}
                onAct={() => edit(value ?? '')}
                {...may}
              />
            )}
          </>
        )}
      </dd>
    </>
  )
}
