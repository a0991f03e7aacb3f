import { formatCount } from '../format/money.ts'
import css from './list-bar.module.css'

type Props = { children: React.ReactNode; shown?: number | undefined; count?: number | undefined; more?: boolean }

/** Above a list: search and filters at the left, how many at the right. */
export function ListBar({ children, shown, count, more }: Props) {
  return (
    <div className={css.bar} data-no-print>
      {children}
      {shown !== undefined && shown > 0 && (
        <span className={`${css.count} num`}>
          1 to {formatCount(shown)}
          {count === undefined ? (more ? ', more below' : ` of ${formatCount(shown)}`) : ` of ${formatCount(Math.max(count, shown))}`}
        </span>
      )}
    </div>
  )
}
