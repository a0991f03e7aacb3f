import { IconCheck } from '@tabler/icons-react'
import { Glyph } from '#web/kit/glyph.tsx'
import css from './permissions.module.css'
import { capital } from './rows.ts'

type Props = { kind: 'yes' | 'no' | 'condition'; words: string; whole?: boolean }

/** Yes with its check, No quietly, a condition in its words; long ones end in the row's panel. */
export function Cell({ kind, words, whole }: Props) {
  if (kind === 'yes')
    return (
      <span className={css.yes}>
        <Glyph of={IconCheck} size={14} />
        Yes
      </span>
    )
  if (kind === 'no') return <span className={css.no}>{words === 'no' ? 'No' : words}</span>
  return (
    <span className={css.condition} data-whole={whole || undefined} title={whole ? undefined : capital(words)}>
      {capital(words)}
    </span>
  )
}
