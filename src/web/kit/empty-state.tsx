import css from './empty-state.module.css'

type Props = { says: React.ReactNode; children?: React.ReactNode; boxed?: boolean }

/** Says what will be here and how it begins, with the one button. Also for "Nobody matches" with its way back. */
export function EmptyState({ says, children, boxed }: Props) {
  return (
    <div className={css.empty} data-boxed={boxed || undefined}>
      <p className="t2">{says}</p>
      {children}
    </div>
  )
}
