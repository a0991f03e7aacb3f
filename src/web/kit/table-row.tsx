import { useState } from 'react'
import { keysOn } from '../shell/keys.tsx'
import css from './data-table.module.css'
import type { Column } from './data-table.tsx'
import { type Items, RowMenu } from './row-menu.tsx'

type Props<T> = {
  row: T
  columns: Column<T>[]
  nameOf: (row: T) => string
  line: (row: T) => React.ReactNode
  menu?: ((row: T) => Items) | undefined
  onOpen?: ((row: T) => void) | undefined
  isActive?: ((row: T) => boolean) | undefined
}

/** One row of a table. Only its link and its ellipsis are stops for the keyboard; the rest is for the pointer. */
export function Row<T>({ row, columns, nameOf, menu, onOpen, isActive }: Props<T>) {
  const [opened, setOpened] = useState(false)
  const open = (event: React.MouseEvent) => {
    // A selection of text, or a control of the row's own, is no wish to open it.
    if ((event.target as Element).closest('a, button, input, label, [role="menu"], [role="dialog"]') || getSelection()?.toString()) return
    onOpen?.(row)
  }
  return (
    <tr
      className={css.row}
      data-open={!!onOpen || undefined}
      data-active={opened || isActive?.(row) || undefined}
      onClick={onOpen && open}
      onContextMenu={(event) => {
        if (!menu || getSelection()?.toString()) return
        event.preventDefault()
        setOpened(true)
      }}
      onKeyDown={(event) => {
        if (event.key === '.' && menu && keysOn.get() && !(event.target as Element).closest('input, textarea')) setOpened(true)
      }}
    >
      {columns.map((column) => (
        <td key={column.title} data-end={column.end || undefined}>
          {column.cell(row)}
        </td>
      ))}
      {menu && (
        <td data-end className={css.actions}>
          <RowMenu name={nameOf(row)} items={menu(row)} opened={opened} onChange={setOpened} />
        </td>
      )}
    </tr>
  )
}

/** The same row on a phone: two lines and the ellipsis. */
export function Line<T>({ row, nameOf, line, menu }: Props<T>) {
  return (
    <li className={css.line}>
      <div>{line(row)}</div>
      {menu && <RowMenu name={nameOf(row)} items={menu(row)} />}
    </li>
  )
}
