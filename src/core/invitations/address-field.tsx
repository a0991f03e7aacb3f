import { IconX } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { Glyph } from '#web/kit/glyph.tsx'
import { emailShape } from '../people/wrong.ts'
import css from './invitations.module.css'

export const isAddress = (text: string) => emailShape.test(text)
const between = /[\s,;]+/

type Props = { value: string[]; onChange: (emails: string[]) => void; error?: string | undefined; marked?: string | undefined }

/** Several addresses as chips: Enter, comma or a pasted list ends one; a wrong one is marked and says what to write. */
export function AddressField({ value, onChange, error, marked }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const take = (typed: string) => {
    // "Jonas Weber <jonas@mail.example>", as mail programs copy it, means the address in it.
    const words = typed.replace(/[^,;\n<]*<([^>]+)>/g, '$1').split(between)
    const found = words.map((word) => word.toLowerCase()).filter(Boolean)
    if (found.length) onChange([...new Set([...value, ...found])])
    setText('')
  }
  const drop = (email: string) => {
    onChange(value.filter((one) => one !== email))
    input.current?.focus()
  }
  const wrong = value.filter((email) => !isAddress(email))
  const said = error ?? (wrong[0] && `"${wrong[0]}" is no e-mail address. Write it like name@agency.example.`)
  return (
    <div>
      <label className={css.label} htmlFor={id}>
        E-mail addresses
      </label>
      <div className={css.box} data-wrong={!!said || undefined}>
        {value.map((email) => (
          <span key={email} className={css.chip} data-wrong={!isAddress(email) || email === marked || undefined}>
            <span className="clip" title={email}>
              {email}
            </span>
            <button type="button" aria-label={`Leave out ${email}`} onClick={() => drop(email)}>
              <Glyph of={IconX} size={12} />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          name="emails"
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={text}
          aria-invalid={!!said}
          aria-describedby={`${id}-hint`}
          placeholder={value.length === 0 ? 'jonas@mail.example, lena@mail.example' : ''}
          onChange={(event) =>
            between.test(event.currentTarget.value) ? take(event.currentTarget.value) : setText(event.currentTarget.value)
          }
          onPaste={(event) => {
            event.preventDefault()
            take(`${text}${event.clipboardData.getData('text')}`)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && text) {
              event.preventDefault()
              take(text)
            }
            if (event.key === 'Backspace' && !text && value.length) drop(value.at(-1)!)
          }}
          onBlur={() => text && take(text)}
        />
      </div>
      <p className={css.hint} id={`${id}-hint`} data-wrong={!!said || undefined} role={said ? 'alert' : undefined}>
        {said ?? 'One or several, with commas, spaces or new lines between them.'}
      </p>
    </div>
  )
}
