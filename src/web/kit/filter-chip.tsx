import { Menu } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useAddress } from '../use.ts'
import { Glyph } from './glyph.tsx'
import css from './list-bar.module.css'

type Props = { name: string; label: string; options: { value: string; label: string }[]; one?: boolean }

/** A filter in the address: dashed while unset; set it is tinted, carries its words and an x. Several values are joined by commas. */
export function FilterChip({ name, label, options, one }: Props) {
  const [address, set] = useAddress()
  const values = (address[name] ?? '').split(',').filter((value) => options.some((option) => option.value === value))
  const words = options.filter((option) => values.includes(option.value)).map((option) => option.label)
  const write = (next: string[]) => set({ [name]: next.join(',') || undefined }, true)
  return (
    <Menu position="bottom-start" closeOnItemClick={!!one} width={220}>
      {words.length === 0 ? (
        <Menu.Target>
          <button type="button" className={css.chip}>
            <Glyph of={IconPlus} size={12} />
            {label}
          </button>
        </Menu.Target>
      ) : (
        <span className={css.set}>
          <Menu.Target>
            <button type="button" className={css.chip}>
              {label}: {words.join(', ')}
            </button>
          </Menu.Target>
          <button type="button" className={css.chip} aria-label={`Clear ${label}`} onClick={() => write([])}>
            <Glyph of={IconX} size={12} />
          </button>
        </span>
      )}
      <Menu.Dropdown>
        {one ? (
          <Menu.RadioGroup value={values[0] ?? ''} onChange={(value) => write([value])} aria-label={label}>
            {options.map((option) => (
              <Menu.RadioItem key={option.value} value={option.value}>
                {option.label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        ) : (
          <Menu.CheckboxGroup value={values} onChange={write} aria-label={label}>
            {options.map((option) => (
              <Menu.CheckboxItem key={option.value} value={option.value}>
                {option.label}
              </Menu.CheckboxItem>
            ))}
          </Menu.CheckboxGroup>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** A filter's values as the API wants them: undefined when unset. */
export const filterValues = (said: string | undefined) => (said ? said.split(',') : undefined)
