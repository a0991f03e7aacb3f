import { Menu } from '@mantine/core'
import { IconInfoCircle, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Can } from '../api.ts'
import type { May } from '../me.ts'
import { Glyph, type Icon } from './glyph.tsx'
import css from './row-menu.module.css'
import { WhyNot } from './why-not.tsx'

export type Item = {
  label: string
  icon?: Icon
  can?: Can
  of?: May['of'] | undefined
  onAct?: () => void
  to?: string
  search?: Record<string, string>
  danger?: boolean
}

/** One entry of a menu; a refused one stays in its place, greyed, with its card to the left. */
export function ActItem({ label, icon, can = true, of, onAct, to, search, danger }: Item) {
  const left = icon && <Glyph of={icon} />
  if (can !== true)
    return (
      <WhyNot why={can} of={of} position="left-start">
        {(locked) => (
          <Menu.Item
            {...locked}
            closeMenuOnClick={false}
            className={css.off}
            leftSection={left}
            rightSection={<Glyph of={can.moment ? IconInfoCircle : IconLock} size={12} />}
          >
            {label}
          </Menu.Item>
        )}
      </WhyNot>
    )
  if (to)
    return (
      <Menu.Item component={Link} to={to} search={search as never} leftSection={left} className={danger ? css.danger : undefined}>
        {label}
      </Menu.Item>
    )
  return (
    <Menu.Item onClick={onAct} leftSection={left} className={danger ? css.danger : undefined}>
      {label}
    </Menu.Item>
  )
}
