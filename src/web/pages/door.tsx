import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Said } from '../api.ts'
import { Logo } from '../kit/logo.tsx'
import { Note } from '../kit/note.tsx'
import { useTitle } from '../use.ts'
import css from './door.module.css'

type Props = {
  title: string
  says?: React.ReactNode
  aside?: React.ReactNode
  wide?: boolean
  said?: Said | null
  children: React.ReactNode
}

/** The pages before an agency: Rolecall's mark, a title, one form; at the right what helps. */
export function Door({ title, says, aside, wide, said, children }: Props) {
  useTitle(title)
  const main = useRef<HTMLElement>(null)
  // Whoever has a keyboard can type at once; on a phone the keyboard would cover the page.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) main.current?.querySelector<HTMLInputElement>('form input:not([type=radio])')?.focus()
  }, [])
  return (
    <div className={css.door} data-two={!!aside || undefined}>
      <div className={css.left}>
        <main ref={main} className={css.form} data-wide={wide || undefined}>
          <Link to="/" className={css.logo}>
            <Logo />
            Rolecall
          </Link>
          <h1>{title}</h1>
          <div className={css.says}>{says}</div>
          {said && (
            <div className={css.refused}>
              <Note tone="bad" alert>
                {said.message}
              </Note>
            </div>
          )}
          {children}
        </main>
      </div>
      {aside && <aside className={css.aside}>{aside}</aside>}
    </div>
  )
}

type FormProps = { onSubmit: () => void; children: React.ReactNode }
/** A form whose fields stand below each other; what is wrong is said by us, not by the browser. */
export function DoorForm({ onSubmit, children }: FormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
