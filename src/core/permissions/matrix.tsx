import { Link } from '@tanstack/react-router'
import { Fragment, useEffect } from 'react'
import { plural } from '#web/format/words.ts'
import { Act } from '#web/kit/act.tsx'
import { Avatar } from '#web/kit/avatar.tsx'
import { EmptyState } from '#web/kit/empty-state.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { useAddress, useLate, usePhone } from '#web/use.ts'
import { Cell } from './cell.tsx'
import { useLevelShown } from './level-choice.tsx'
import css from './permissions.module.css'
import { byArea, capital, type MatrixData, type MatrixRow, type OnePerson } from './rows.ts'

type Props = { matrix: MatrixData | undefined; rows: MatrixRow[] | undefined; person: OnePerson }

/** Acts in groups, one column per level; with one person chosen, that person's column instead. */
export function Matrix({ matrix, rows, person }: Props) {
  const [address, set] = useAddress()
  const phone = usePhone()
  const shown = useLevelShown(matrix?.levels ?? [])
  const slow = useLate(!rows, 200)
  const open = address.row
  const ready = !!rows
  useEffect(() => {
    // Whoever comes by "See the rule" sees the rule, not the top of the table.
    if (ready && open) document.getElementById(`row-${open}`)?.scrollIntoView({ block: 'nearest' })
  }, [ready, open])
  if (!rows || !matrix)
    return (
      <div className={css.region} aria-busy="true">
        {slow && <Waiting />}
      </div>
    )
  if (rows.length === 0)
    return (
      <EmptyState says="No action matches.">
        <Act label="Clear filters" onAct={() => set({ search: undefined, area: undefined, differ: undefined }, true)} />
      </EmptyState>
    )
  const levels = phone ? matrix.levels.filter(({ name }) => name === shown) : matrix.levels
  const { chosen, may } = person
  const columns = chosen ? 2 : levels.length + 1
  return (
    <div className={css.region}>
      <table className={css.table} aria-label="Permissions">
        <thead className={css.head}>
          <tr>
            <th scope="col">Action</th>
            {chosen ? (
              <th scope="col">
                <span className={css.person}>
                  <Avatar id={chosen.id} name={chosen.name} size={22} />
                  <b className="b">{chosen.name}</b>
                  <LevelBadge level={chosen.level} />
                </span>
              </th>
            ) : (
              levels.map(({ name, title }) => (
                <th scope="col" key={name}>
                  <LevelBadge level={name} title={title} />
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody>
          {byArea(rows).map(([area, some]) => (
            <Fragment key={area}>
              <tr className={css.area}>
                <th scope="rowgroup" colSpan={columns}>
                  {area} <span className="t3">{plural(some.length, 'action')}</span>
                </th>
              </tr>
              {some.map((row) => (
                <tr
                  key={row.action}
                  id={`row-${row.action}`}
                  className={css.row}
                  data-on={row.action === open || undefined}
                  onClick={pick(() => set({ row: row.action }))}
                >
                  <th scope="row">
                    <Link
                      to="."
                      search={((now: object) => ({ ...now, row: row.action })) as never}
                      className={css.act}
                      aria-current={row.action === open ? 'true' : undefined}
                    >
                      {capital(row.can)}
                    </Link>
                  </th>
                  {chosen ? (
                    <td>{may?.get(row.action) && <Cell {...may.get(row.action)!} whole />}</td>
                  ) : (
                    levels.map(({ name }) => (
                      <td key={name}>
                        <Cell {...row.cells.find(({ level }) => level === name)!} />
                      </td>
                    ))
                  )}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const pick = (then: () => void) => (event: React.MouseEvent) => {
  if (!(event.target as Element).closest('a') && !getSelection()?.toString()) then()
}
const Waiting = () => [1, 2, 3, 4, 5, 6, 7, 8].map((n) => <span key={n} className={css.wait} />)
