import { useMediaQuery } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { ActIcon } from '#web/kit/act-icon.tsx'
import { LevelBadge } from '#web/kit/level-badge.tsx'
import { Note } from '#web/kit/note.tsx'
import { SidePanel } from '#web/kit/side-panel.tsx'
import { useAddress } from '#web/use.ts'
import { Cell } from './cell.tsx'
import css from './permissions.module.css'
import { capital, type MatrixData, type MatrixRow, type OnePerson } from './rows.ts'
import { Sources } from './sources.tsx'

type Props = { matrix: MatrixData | undefined; person: OnePerson }

/** The row of `?row=` in full: beside the table where there is room, else over it. */
export function OneRow({ matrix, person }: Props) {
  const [address, set] = useAddress()
  const beside = useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false })
  const row = matrix?.rows.find(({ action }) => action === address.row)
  const close = () => set({ row: undefined })
  if (!row || !matrix) return null
  if (!beside)
    return (
      <SidePanel opened title={capital(row.can)} says={<span className="mono">{row.action}</span>} onClose={close}>
        <div className={css.told}>
          <Told row={row} matrix={matrix} person={person} />
        </div>
      </SidePanel>
    )
  return (
    <aside className={css.aside} aria-label={capital(row.can)} data-no-print>
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <div className="grow">
          <h2>{capital(row.can)}</h2>
          <span className="mono t3">{row.action}</span>
        </div>
        <ActIcon label="Close" icon={IconX} onAct={close} />
      </div>
      <Told row={row} matrix={matrix} person={person} />
    </aside>
  )
}

function Told({ row, matrix, person: { chosen, may } }: { row: MatrixRow; matrix: MatrixData; person: OnePerson }) {
  const own = chosen && may?.get(row.action)
  const answers = new Set(Object.values(row.refusals).map(({ status, code }) => `${status} ${code}`))
  return (
    <>
      {own && (
        <dl>
          <dt>{chosen.name}</dt>
          <dd>
            <Cell {...own} whole />
          </dd>
        </dl>
      )}
      <dl>
        {matrix.levels.map(({ name, title }) => {
          const cell = row.cells.find(({ level }) => level === name)!
          const refusal = row.refusals[name]
          return (
            <div key={name} className={css.level}>
              <dt>
                <LevelBadge level={name} title={title} />
              </dt>
              <dd>
                <Cell {...cell} whole />
                {refusal && (
                  <>
                    {cell.kind === 'condition' && <p className="xs t3">Otherwise they read:</p>}
                    <Note>{refusal.message}</Note>
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <Sources of={row.source} />
      {answers.size > 0 && (
        <dl>
          <dt>Answer when refused</dt>
          {[...answers].map((answer) => (
            <dd key={answer} className="mono">
              {answer}
            </dd>
          ))}
        </dl>
      )}
    </>
  )
}
