import { type FloatingPosition, Popover } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import type { Why } from '../api.ts'
import type { May } from '../me.ts'
import { WhyCard } from './why-card.tsx'
import css from './why-not.module.css'

/** What the control must carry: never `disabled`, so it keeps focus, click and tap. */
export type LockedProps = {
  'aria-disabled': true
  'aria-describedby': string
  'data-off': true
  'data-mantine-stop-propagation'?: 'true' | undefined
  onClick: (event: React.MouseEvent) => void
  onMouseEnter: () => void
  onMouseLeave: () => void
  onFocus: (event: React.FocusEvent) => void
  onBlur: (event: React.FocusEvent) => void
  onKeyDown: (event: React.KeyboardEvent) => void
}
type Props = {
  why: Why
  of?: May['of'] | undefined
  position?: FloatingPosition
  children: (props: LockedProps) => React.ReactElement
}

/**
 * The why-not pattern around one refused control. The card opens after 120 ms of hover, at once on focus, click and tap,
 * stays while the pointer is in it, and Esc gives the focus back. The control is described by the sentence even when it is closed.
 */
export function WhyNot({ why, of, position = 'bottom-end', children }: Props) {
  const sentence = useId()
  const [opened, setOpened] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const control = useRef<HTMLElement | null>(null)
  const card = useRef<HTMLDivElement>(null)
  const turn = (open: boolean, after = 0) => {
    clearTimeout(timer.current)
    if (after) timer.current = setTimeout(() => setOpened(open), after)
    else setOpened(open)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const stop = () => card.current?.querySelector<HTMLElement>('a, button')
  const back = () => {
    turn(false)
    control.current?.focus()
    turn(false)
  }
  const locked: LockedProps = {
    'aria-disabled': true,
    'aria-describedby': sentence,
    'data-off': true,
    // A dialog or menu around it must not take our Esc for its own.
    'data-mantine-stop-propagation': opened ? 'true' : undefined,
    onClick: (event) => {
      event.preventDefault()
      event.stopPropagation()
      control.current = event.currentTarget as HTMLElement
      if (opened && event.detail === 0) stop()?.focus()
      turn(true)
    },
    onMouseEnter: () => turn(true, 120),
    onMouseLeave: () => turn(false, 160),
    onFocus: (event) => {
      control.current = event.currentTarget as HTMLElement
      if (event.currentTarget.matches(':focus-visible')) turn(true)
    },
    onBlur: (event) => {
      if (!card.current?.contains(event.relatedTarget as Node)) turn(false)
    },
    onKeyDown: (event) => {
      if (event.key === 'Escape' && opened) {
        event.stopPropagation()
        turn(false)
      }
      if (event.key === 'Tab' && !event.shiftKey && opened && stop()) {
        event.preventDefault()
        stop()?.focus()
      }
    },
  }
  return (
    <>
      <Popover
        opened={opened}
        onDismiss={() => turn(false)}
        position={position}
        width={304}
        offset={8}
        withinPortal
        zIndex={400}
        middlewares={{ flip: true, shift: { padding: 8 } }}
      >
        <Popover.Target>{children(locked)}</Popover.Target>
        <Popover.Dropdown
          ref={card}
          className={css.card}
          aria-describedby={sentence}
          onMouseEnter={() => turn(true)}
          onMouseLeave={() => turn(false, 160)}
          onMouseDown={(event) => event.stopPropagation()}
          onTouchStart={(event) => event.stopPropagation()}
          onClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Escape') back()
            if (event.key === 'Tab') {
              // From the control, Tab goes on as if the card were not there; Shift+Tab stays on it.
              control.current?.focus()
              if (event.shiftKey) event.preventDefault()
              turn(false)
            }
          }}
        >
          <WhyCard why={why} of={of} id={`${sentence}-card`} />
        </Popover.Dropdown>
      </Popover>
      <span className="ears" id={sentence} data-why hidden>
        {why.message}
      </span>
    </>
  )
}
