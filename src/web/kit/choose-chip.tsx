import { Combobox, useCombobox } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useAddress } from '../use.ts'
import { Glyph } from './glyph.tsx'
import css from './list-bar.module.css'

export type Choice = { value: string; label: string; second?: string; group?: string }
type Props = { name: string; label: string; options: Choice[]; find: string; show?: (choice: Choice) => React.ReactNode }

/** A filter like FilterChip for one of many: its list is searched by typing. The choice is in the address. */
export function ChooseChip({ name, label, options, find, show }: Props) {
  const [address, set] = useAddress()
  const [text, setText] = useState('')
  const box = useCombobox({
    onDropdownOpen: () => box.focusSearchInput(),
    onDropdownClose: () => {
      box.resetSelectedOption()
      setText('')
    },
  })
  // An address may name one that is not in the list: it filters all the same, so it can be cleared.
  const said = address[name]
  const chosen = said ? (options.find((option) => option.value === said)?.label ?? 'another one') : undefined
  const words = text.trim().toLowerCase()
  const found = options.filter((option) => `${option.label} ${option.second ?? ''} ${option.group ?? ''}`.toLowerCase().includes(words))
  const write = (value: string | undefined) => {
    set({ [name]: value }, true)
    box.closeDropdown()
    box.focusTarget()
  }
  return (
    <Combobox store={box} width={288} position="bottom-start" onOptionSubmit={write}>
      <span className={chosen ? css.set : undefined}>
        <Combobox.Target targetType="button">
          <button type="button" className={css.chip} onClick={() => box.toggleDropdown()}>
            {!chosen && <Glyph of={IconPlus} size={12} />}
            {chosen ? `${label}: ${chosen}` : label}
          </button>
        </Combobox.Target>
        {chosen && (
          <button type="button" className={css.chip} aria-label={`Clear ${label}`} onClick={() => write(undefined)}>
            <Glyph of={IconX} size={12} />
          </button>
        )}
      </span>
      <Combobox.Dropdown>
        <Combobox.Search
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={find}
          aria-label={find}
          role="combobox"
          aria-expanded
        />
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
          {found.length === 0 && <Combobox.Empty>Nothing is called that</Combobox.Empty>}
          {grouped(found).map(([group, some]) =>
            group ? (
              <Combobox.Group key={group} label={group}>
                <Some options={some} show={show} />
              </Combobox.Group>
            ) : (
              <Some key="" options={some} show={show} />
            ),
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const Some = ({ options, show }: Pick<Props, 'options' | 'show'>) =>
  options.map((option) => (
    <Combobox.Option key={option.value} value={option.value}>
      {show ? show(option) : option.label}
    </Combobox.Option>
  ))

const grouped = (options: Choice[]) => [...Map.groupBy(options, (option) => option.group ?? '')]
