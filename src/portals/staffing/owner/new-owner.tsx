import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { listed } from '#web/format/words.ts'
import { Avatar } from '#web/kit/avatar.tsx'
import { Glyph } from '#web/kit/glyph.tsx'
import css from './owner.module.css'
import type { Owner } from './owner-card.tsx'

type Props = { owner: Owner; value: string | null; onChange: (id: string) => void; error: string | undefined; readOnly: boolean }

/** Only active Account Administrators appear here; whoever is invited as one and not in yet is named below them. */
export function NewOwner({ owner: { candidates, invited }, value, onChange, error, readOnly }: Props) {
  const box = useCombobox({ onDropdownOpen: () => box.selectActiveOption(), onDropdownClose: () => box.resetSelectedOption() })
  const chosen = candidates.find(({ id }) => id === value)
  const hint = `Only active Account Administrators appear here.${notIn(invited.slice(0, 3))}`
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => {
        onChange(id)
        box.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <TextInput
          role="combobox"
          label="New Account Owner"
          name="to"
          placeholder="Choose an Account Administrator"
          readOnly
          pointer
          autoFocus
          value={chosen?.name ?? ''}
          leftSection={chosen && <Avatar id={chosen.id} name={chosen.name} size={22} />}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          description={hint}
          error={error}
          onClick={() => !readOnly && box.toggleDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={readOnly}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label="Active Account Administrators">
          {candidates.map(({ id, name, email }) => (
            <Combobox.Option key={id} value={id} active={id === value} className={css.option}>
              <Avatar id={id} name={name} />
              <span className="grow">
                <span className={css.name}>{name}</span>
                <span className="xs t2 clip">{email ?? 'no e-mail address'}</span>
              </span>
              {id === value && <Glyph of={IconCheck} />}
            </Combobox.Option>
          ))}
        </Combobox.Options>
        <Combobox.Footer className={css.hint}>{hint}</Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const notIn = (waiting: string[]) =>
  waiting.length ? ` ${listed(waiting)} ${waiting.length === 1 ? 'has' : 'have'} not accepted the invitation yet.` : ''
