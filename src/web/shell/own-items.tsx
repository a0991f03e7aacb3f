import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconKeyboard, IconLogout, IconMail, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { hasCorePage, mailPage } from '../core-pages.ts'
import { Glyph } from '../kit/glyph.tsx'
import type { Me, Session } from '../session.ts'
import { openShortcuts } from './keys.tsx'
import { signOut } from './sign-out.ts'

const schemes = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'As the system', icon: IconDeviceDesktop },
] as const

/** What one does with oneself: profile, colours, keys, sign out. */
export function OwnItems({ me, session }: { me: Me; session: Session }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{session.login?.email}</Menu.Label>
      {hasCorePage('profile') && (
        <Menu.Item component={Link} to={`/${me.agency.slug}/profile`} leftSection={<Glyph of={IconUserCircle} />}>
          Profile
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Glyph of={IconKeyboard} />} rightSection={<kbd className="xs t3">?</kbd>} onClick={openShortcuts}>
        Keyboard shortcuts
      </Menu.Item>
      {session.demo && mailPage && (
        <Menu.Item component={Link} to="/mail" leftSection={<Glyph of={IconMail} />}>
          Mail and SMS room
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')} aria-label="Colours">
        {schemes.map(({ value, label, icon }) => (
          <Menu.RadioItem key={value} value={value} rightSection={<Glyph of={icon} />}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Item leftSection={<Glyph of={IconLogout} />} onClick={() => void signOut()}>
        Sign out
      </Menu.Item>
    </>
  )
}
