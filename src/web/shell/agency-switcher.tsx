import { Menu } from '@mantine/core'
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { AgencyMark } from '../kit/avatar.tsx'
import { Glyph } from '../kit/glyph.tsx'
import type { Me, Session } from '../session.ts'
import css from './shell.module.css'

/** Which agency this is, one's level there, the other agencies of this login, and a new one. */
export function AgencySwitcher({ me, session }: { me: Me; session: Session }) {
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className={`${css.button} ${css.agency}`}>
          <AgencyMark name={me.agency.name} colour={me.agency.colour} />
          <span className="clip">{me.agency.name}</span>
          <Glyph of={IconSelector} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Your agencies</Menu.Label>
        {session.agencies.map((seat) => (
          <Menu.Item
            key={seat.id}
            component={Link}
            to={`/${seat.slug}`}
            leftSection={<AgencyMark name={seat.name} colour={seat.colour} />}
            rightSection={seat.id === me.agency.id ? <Glyph of={IconCheck} /> : null}
            aria-current={seat.id === me.agency.id || undefined}
            py={6}
          >
            <span className="b" style={{ display: 'block' }}>
              {seat.name}
            </span>
            <span className="xs t3">{seat.person.levelTitle}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/create" leftSection={<Glyph of={IconPlus} />}>
          Create an agency
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
