import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Fragment } from 'react'
import { usePhone } from '../use.ts'
import css from './act.module.css'
import { ActItem, type Item } from './act-item.tsx'
import { Glyph } from './glyph.tsx'
import { MenuSheet } from './menu-sheet.tsx'

/** Entries in order: Edit, everyday acts, looking things up, 'line', what ends or removes. */
export type Items = (Item | 'line' | false | null | undefined)[]
type Props = { name: string; items: Items; opened?: boolean; onChange?: (opened: boolean) => void }

/** The ellipsis of a row: always visible, always last. On a phone its menu is a sheet from the bottom. */
export function RowMenu({ name, items, opened, onChange }: Props) {
  const phone = usePhone()
  const label = `Actions for ${name}`
  const state = { ...(opened === undefined ? {} : { opened }), ...(onChange ? { onChange } : {}) }
  if (phone) return <MenuSheet label={label} items={items} {...state} />
  return (
    <Menu position="bottom-end" width={236} {...state}>
      <Menu.Target>
        <button type="button" className={css.iconButton} aria-label={label} onClick={(event) => event.stopPropagation()}>
          <Glyph of={IconDots} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label} aria-labelledby={undefined} onClick={(event) => event.stopPropagation()}>
        <MenuItems items={items} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** The entries alone, for a menu of one's own. */
export function MenuItems({ items }: { items: Items }) {
  const kept = items.filter((item) => item !== false && item != null)
  return kept.map((item, place) => (
    <Fragment key={item === 'line' ? `line-${place}` : item.label}>{item === 'line' ? <Menu.Divider /> : <ActItem {...item} />}</Fragment>
  ))
}
