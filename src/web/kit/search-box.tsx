import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useAddress } from '../use.ts'
import buttons from './act.module.css'
import { Glyph } from './glyph.tsx'
import css from './list-bar.module.css'

type Props = { placeholder: string; name?: string }

/** Searches a list: what is typed goes to the address (`?search=`) after a short pause. `/` jumps here. */
export function SearchBox({ placeholder, name = 'search' }: Props) {
  const [address, set] = useAddress()
  const said = address[name] ?? ''
  const [text, setText] = useState(said)
  const send = useDebouncedCallback((value: string) => set({ [name]: value.trim() || undefined }, true), 200)
  // Back, forward and "Clear filters" change the address without our typing.
  useEffect(() => setText((now) => (now.trim() === said ? now : said)), [said])
  const write = (value: string) => {
    setText(value)
    send(value)
  }
  return (
    <TextInput
      className={css.search}
      type="search"
      data-search
      wrapperProps={{ 'data-search': true }}
      aria-label={placeholder}
      placeholder={placeholder}
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && text && write('')}
      leftSection={<Glyph of={IconSearch} size={14} />}
      rightSection={
        text && (
          <button
            type="button"
            className={buttons.iconButton}
            style={{ width: 24, height: 24 }}
            aria-label="Clear the search"
            onClick={() => write('')}
          >
            <Glyph of={IconX} size={14} />
          </button>
        )
      }
    />
  )
}
