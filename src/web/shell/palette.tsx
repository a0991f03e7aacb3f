import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconLock, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import { Avatar } from '../kit/avatar.tsx'
import { Glyph } from '../kit/glyph.tsx'
import css from './palette.module.css'
import { type Find, useFinds } from './palette-finds.ts'

/** Search or jump to: people, pages and actions in one list. Arrows choose, Enter opens; `>` leaves only the actions. */
export function PaletteDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const [text, setText] = useState('')
  return (
    <Modal.Root
      opened={opened}
      onClose={close}
      onExitTransitionEnd={() => setText('')}
      size={600}
      padding={0}
      centered={false}
      yOffset="12dvh"
      radius="lg"
      classNames={{ content: css.content!, body: css.body! }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Title className="ears">Search or jump to</Modal.Title>
        <Modal.Body>
          <Search text={text} setText={setText} close={close} opened={opened} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

type Props = { text: string; setText: (text: string) => void; close: () => void; opened: boolean }
function Search({ text, setText, close, opened }: Props) {
  const id = useId()
  const navigate = useNavigate()
  const [asked] = useDebouncedValue(text, 120)
  const { finds, busy } = useFinds(asked, opened)
  const [at, setAt] = useState(0)
  const here = Math.min(at, finds.length - 1)
  const list = useRef<HTMLDivElement>(null)
  const go = (find: Find | undefined) => {
    if (find?.can !== true) return
    close()
    void navigate({ to: find.to, search: (find.search ?? {}) as never })
  }
  const move = (by: number) => {
    const next = (here + by + finds.length) % finds.length
    setAt(next)
    list.current?.querySelector(`[data-at="${next}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
      <div className={css.field}>
        <Glyph of={IconSearch} />
        <input
          className={css.input}
          data-autofocus
          role="combobox"
          aria-label="Search or jump to"
          aria-expanded={finds.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={finds[here] && `${id}-${here}`}
          aria-autocomplete="list"
          placeholder="A name, a page, or > for what can be done"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault()
              if (finds.length > 0) move(event.key === 'ArrowDown' ? 1 : -1)
            }
            if (event.key === 'Enter') go(finds[here])
          }}
        />
      </div>
      <div className={css.options} id={`${id}-list`} role="listbox" aria-label="Found" ref={list} hidden={finds.length === 0}>
        {groups(finds).map(([group, members]) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box holds groups, not field sets
          <div key={group} role="group" aria-label={group}>
            <p className={css.group} aria-hidden="true">
              {group}
            </p>
            {members.map(({ find, place }) => (
              <Option key={find.key} find={find} place={place} id={`${id}-${place}`} active={place === here} go={go} point={setAt} />
            ))}
          </div>
        ))}
      </div>
      {finds.length === 0 && !busy && <p className={css.none}>Nothing is called "{text.replace(/^>/, '').trim()}" here.</p>}
      <p className={css.hint}>
        <span>Enter opens</span>
        <span>&gt; only actions</span>
        <span>Esc closes</span>
      </p>
    </>
  )
}

type OptionProps = { find: Find; place: number; id: string; active: boolean; go: (find: Find) => void; point: (place: number) => void }
function Option({ find, place, id, active, go, point }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which names this option as its active one
    <div
      className={css.option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={find.can !== true || undefined}
      data-at={place}
      onMouseMove={() => point(place)}
      onClick={() => go(find)}
    >
      {find.person ? (
        <Avatar id={find.person.id} name={find.label} size={22} state={find.person.gone ? 'gone' : 'here'} />
      ) : (
        find.icon && <Glyph of={find.icon} />
      )}
      <span className="grow">
        <span className={css.label}>{find.label}</span>
        {find.second && <span className={css.second}>{find.second}</span>}
      </span>
      {find.can !== true && <Glyph of={IconLock} size={12} />}
    </div>
  )
}

type Grouped = [group: string, members: { find: Find; place: number }[]][]
function groups(finds: Find[]): Grouped {
  const all = new Map<string, { find: Find; place: number }[]>()
  for (const [place, find] of finds.entries()) all.set(find.group, [...(all.get(find.group) ?? []), { find, place }])
  return [...all]
}
