import { TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Glyph } from '#web/kit/glyph.tsx'
import css from './preferences.module.css'

type Props = { label: string; value: string; onChange: (value: string) => void; error: string | undefined; readOnly: boolean }

// All of them carry white letters well.
const colours: [hex: string, name: string][] = [
  ['#1F4E79', 'Navy'],
  ['#0E6577', 'Petrol'],
  ['#2F6B3A', 'Green'],
  ['#7A4F00', 'Ochre'],
  ['#8A3B1F', 'Brick'],
  ['#8A1F4E', 'Raspberry'],
  ['#5B3A8A', 'Violet'],
  ['#3A4A5A', 'Slate'],
]

/** Eight colours to pick from, or any other as #rrggbb. */
export function ColourInput({ label, value, onChange, error, readOnly }: Props) {
  const valid = /^#[0-9a-f]{6}$/i.test(value)
  return (
    <>
      <div className={css.colours} role="radiogroup" aria-label={label}>
        {colours.map(([hex, name]) => {
          const on = hex.toLowerCase() === value.toLowerCase()
          return (
            <label key={hex} className={css.colour} style={{ background: hex }} title={name}>
              <input
                type="radio"
                className="ears"
                name="swatch"
                aria-label={name}
                checked={on}
                disabled={readOnly}
                onChange={() => onChange(hex)}
              />
              {on && <Glyph of={IconCheck} />}
            </label>
          )
        })}
      </div>
      <TextInput
        aria-label={`${label}, as #rrggbb`}
        name="colour"
        autoComplete="off"
        autoFocus
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
        error={error}
        readOnly={readOnly}
        leftSection={<span className={css.swatch} style={{ background: valid ? value : 'transparent', margin: 0 }} />}
      />
    </>
  )
}
