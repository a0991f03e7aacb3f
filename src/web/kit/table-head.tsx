import { useAddress } from '../use.ts'
import css from './data-table.module.css'
import type { Column } from './data-table.tsx'

type Props<T> = { columns: Column<T>[]; actions: boolean; defaultSort: string | undefined }

/** The headings; a sortable one is a button that writes `?sort=` to the address. */
export function TableHead<T>({ columns, actions, defaultSort }: Props<T>) {
  const [address, set] = useAddress()
  const sorted = address.sort ?? defaultSort
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.title}
            scope="col"
            style={column.width ? { width: column.width } : undefined}
            data-end={column.end || undefined}
            aria-sort={column.sort && column.sort === sorted ? 'ascending' : undefined}
          >
            {column.sort ? (
              <button
                type="button"
                className={css.sort}
                onClick={() => set({ sort: column.sort === defaultSort ? undefined : column.sort }, true)}
              >
                {column.title}
                {column.sort === sorted && <span aria-hidden="true">↑</span>}
              </button>
            ) : (
              <span className={column.silent ? 'ears' : undefined}>{column.title}</span>
            )}
          </th>
        ))}
        {actions && (
          <th scope="col" className={css.actions}>
            <span className="ears">Actions</span>
          </th>
        )}
      </tr>
    </thead>
  )
}
