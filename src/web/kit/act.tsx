import { Button, type FloatingPosition, Loader } from '@mantine/core'
import { IconInfoCircle, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Can } from '../api.ts'
import type { May } from '../me.ts'
import { useLate } from '../use.ts'
import css from './act.module.css'
import { Glyph, type Icon } from './glyph.tsx'
import { WhyNot } from './why-not.tsx'

export type ActProps = {
  label: string
  can?: Can
  of?: May['of'] | undefined
  onAct?: (() => void) | undefined
  to?: string | undefined
  search?: Record<string, string>
  primary?: boolean
  quiet?: boolean
  danger?: boolean
  small?: boolean
  wide?: boolean
  submit?: boolean
  icon?: Icon
  busy?: boolean
  position?: FloatingPosition
}

/** A button that does one thing, or says why not: same place and size, a lock after its label, a card beside it. */
export function Act(props: ActProps) {
  const { label, can = true, of, onAct, to, search, primary, quiet, danger, small, wide, submit, icon, busy, position } = props
  const { ref, pinned } = usePinnedWidth(can === true, label)
  const slow = useLate(!!busy, 300)
  const look = {
    ref,
    className: `${css.act} ${danger ? css.danger : ''}`,
    variant: primary ? 'filled' : quiet ? 'subtle' : 'default',
    size: small ? 'xs' : 'sm',
    fullWidth: wide ?? false,
    style: pinned ? { width: pinned } : undefined,
    'data-pinned': pinned && can !== true ? true : undefined,
    leftSection: icon && <Glyph of={icon} size={14} />,
  }
  if (can !== true)
    return (
      <WhyNot why={can} of={of} position={position ?? 'bottom-end'}>
        {(locked) => (
          <Button {...look} {...locked} type="button">
            <span>{label}</span>
            <Glyph of={can.moment ? IconInfoCircle : IconLock} size={12} className={css.lock} />
          </Button>
        )}
      </WhyNot>
    )
  if (to)
    return (
      <Button {...look} component={Link} to={to} search={search as never}>
        <span>{label}</span>
      </Button>
    )
  return (
    <Button
      {...look}
      type={submit ? 'submit' : 'button'}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onAct?.()
      }}
      aria-busy={busy || undefined}
      data-busy={slow || undefined}
    >
      <span>{label}</span>
      {slow && (
        <span className={css.dots}>
          <Loader type="dots" size={20} color="currentColor" />
        </span>
      )}
    </Button>
  )
}

/** Rights that change under the pointer change colour and lock, never size: the width before the change is kept. */
function usePinnedWidth(allowed: boolean, label: string) {
  const ref = useRef<HTMLButtonElement & HTMLAnchorElement>(null)
  const before = useRef({ allowed, label, width: 0 })
  const [pinned, setPinned] = useState<number>()
  useLayoutEffect(() => {
    const was = before.current
    if (was.label === label && was.allowed !== allowed && was.width) setPinned(was.width)
    if (was.label !== label) setPinned(undefined)
    before.current = { allowed, label, width: was.label === label && was.width ? was.width : (ref.current?.offsetWidth ?? 0) }
  }, [allowed, label])
  return { ref, pinned }
}
