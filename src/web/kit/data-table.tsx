import type { List } from '../query.ts'
import { useLate, usePhone } from '../use.ts'
import css from './data-table.module.css'
import { LoadMore } from './load-more.tsx'
import type { Items } from './row-menu.tsx'
import { TableHead } from './table-head.tsx'
import { Line, Row } from './table-row.tsx'
import { Trouble } from './trouble.tsx'

export type Column<T> = {
  title: string
  cell: (row: T) => React.ReactNode
  /** The value of `?sort=` that orders by this column. */
  sort?: string
  end?: boolean
  width?: string | number
  /** The heading is only for screen readers. */
  silent?: boolean
}
type Props<T> = {
  label: string
  list: List<T>
  columns: Column<T>[]
  idOf: (row: T) => string
  nameOf: (row: T) => string
  /** What a phone shows instead of the columns: two lines. */
  line: (row: T) => React.ReactNode
  menu?: ((row: T) => Items) | undefined
  onOpen?: ((row: T) => void) | undefined
  isActive?: ((row: T) => boolean) | undefined
  empty: React.ReactNode
  defaultSort?: string
  dense?: boolean
}

/**
 * A list page's rows. The first cell holds the name as a link; a click elsewhere on the row opens it too; right-click and `.`
 * open its menu. Grey rows only when loading lasts; old rows stay while new ones come; a phone gets two-line entries.
 */
export function DataTable<T>(props: Props<T>) {
  const { label, list, columns, idOf, menu, empty, defaultSort, dense } = props
  const phone = usePhone()
  const slow = useLate(!list.rows && !list.error, 200)
  if (list.error && !list.rows) return <Trouble error={list.error} retry={list.retry} />
  if (list.rows?.length === 0) return empty
  const { rows } = list
  const after = rows && (list.error ? <Trouble error={list.error} retry={list.retry} /> : <LoadMore list={list} />)
  if (phone)
    return (
      <>
        <ul className={css.lines} aria-label={label} aria-busy={!rows}>
          {rows?.map((row) => (
            <Line key={idOf(row)} row={row} {...props} />
          ))}
          {!rows &&
            slow &&
            eight.map((n) => (
              <li key={n} className={css.line}>
                {<span className={css.wait} style={{ height: 36 }} />}
              </li>
            ))}
        </ul>
        {after}
      </>
    )
  return (
    <>
      <div className={css.region}>
        <table className={css.table} aria-label={label} aria-busy={!rows} data-dense={dense || undefined}>
          <TableHead columns={columns} actions={!!menu} defaultSort={defaultSort} />
          <tbody>
            {rows?.map((row) => (
              <Row key={idOf(row)} row={row} {...props} />
            ))}
            {!rows && slow && eight.map((n) => <WaitingRow key={n} columns={columns} actions={!!menu} />)}
          </tbody>
        </table>
      </div>
      {after}
    </>
  )
}

const eight = [1, 2, 3, 4, 5, 6, 7, 8]
function WaitingRow<T>({ columns, actions }: { columns: Column<T>[]; actions: boolean }) {
  return (
    <tr>
      {columns.map((column, place) => (
        <td key={column.title}>
          <span className={css.wait} style={{ width: place === 0 ? 180 : 96, marginLeft: column.end ? 'auto' : 0 }} />
        </td>
      ))}
      {actions && <td />}
    </tr>
  )
}
