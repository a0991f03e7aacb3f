import { Select } from '@mantine/core'
import { IconDeviceMobileMessage, IconMail } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Glyph } from '#web/kit/glyph.tsx'
import { Time } from '#web/kit/time.tsx'
import { useAddress } from '#web/use.ts'
import css from './mail.module.css'
import type { Posted } from './mail-letter.tsx'

/** The letters, newest first; each is a link, so Back closes what it opened. */
export function MailList({ letters, open }: { letters: Posted[]; open: string | undefined }) {
  return (
    <ul className={css.list}>
      {letters.map(({ id, channel, recipient, subject, at }) => (
        <li key={id}>
          <Link
            to="."
            search={((before: Record<string, string>) => ({ ...before, letter: id })) as never}
            className={css.line}
            aria-current={id === open ? 'true' : undefined}
            activeProps={{ 'aria-current': id === open ? 'true' : undefined }}
          >
            <span className={css.words}>
              <span className="b clip grow">{subject || 'SMS'}</span>
              <span className="xs t3">
                <Time at={at} />
              </span>
            </span>
            <span className={`${css.words} sm t2`}>
              <Glyph of={channel === 'sms' ? IconDeviceMobileMessage : IconMail} size={14} />
              <span className="clip grow">{recipient}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Chooses whose letters are shown. */
export function Recipients({ letters }: { letters: Posted[] }) {
  const [{ to }, set] = useAddress()
  const known = [...new Set([...letters.map(({ recipient }) => recipient), ...(to ? [to] : [])])].sort()
  return (
    <Select
      className="grow"
      aria-label="Recipient"
      placeholder="To anybody"
      data={known}
      value={to ?? null}
      onChange={(value) => set({ to: value ?? undefined, letter: undefined })}
      searchable
      selectFirstOptionOnChange
      clearable
      clearButtonProps={{ 'aria-label': 'To anybody' }}
      maxDropdownHeight={320}
      nothingFoundMessage="Nothing was sent there"
    />
  )
}
