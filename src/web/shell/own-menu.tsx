import { Menu } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { Avatar } from '../kit/avatar.tsx'
import { Glyph } from '../kit/glyph.tsx'
import type { Me, Session } from '../session.ts'
import { OwnItems } from './own-items.tsx'
import css from './shell.module.css'

/** Oneself at the bottom of the menu. */
export function OwnMenu({ me, session }: { me: Me; session: Session }) {
  const { id, name, levelTitle } = me.person
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className={`${css.button} ${css.me}`}>
          <Avatar id={id} name={name} />
          <span className="grow">
            <b className="clip">{name}</b>
            <span className="xs t3">{levelTitle}</span>
          </span>
          <Glyph of={IconSelector} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <OwnItems me={me} session={session} />
      </Menu.Dropdown>
    </Menu>
  )
}
