import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMaybeMe } from '../me.ts'
import { useTitle } from '../use.ts'
import { Glyph } from './glyph.tsx'
import css from './page-header.module.css'

type Props = {
  title: string
  /** One sentence about the page, second ink. */
  says?: React.ReactNode
  /** Records get a crumb to their list instead of a back button. */
  crumbs?: { label: string; to: string }[]
  /** The strong one last. */
  children?: React.ReactNode
  /** Nothing follows that draws its own line (tabs do). */
  last?: boolean
  beside?: boolean
}

/** The top of a page: title left, acts right. It also names the browser's tab. */
export function PageHeader({ title, says, crumbs, children, last, beside }: Props) {
  const me = useMaybeMe()
  useTitle(title, me?.agency.name)
  return (
    <header
      className={css.head}
      data-crumbs={!!crumbs || undefined}
      data-says={(!!says && !beside) || undefined}
      data-last={last || undefined}
    >
      {crumbs ? (
        <nav className={css.words} aria-label="Where you are">
          <ol className={css.crumbs}>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
                <Glyph of={IconChevronRight} size={14} />
              </li>
            ))}
            <li aria-current="page">
              <h1 className="clip" title={title}>
                {title}
              </h1>
            </li>
          </ol>
        </nav>
      ) : (
        <div className={`${css.words} ${beside ? css.inline : ''}`}>
          <h1>{title}</h1>
          {says && <p className={`sm ${beside ? 't3' : 't2'}`}>{says}</p>}
        </div>
      )}
      {children && <div className={css.acts}>{children}</div>}
    </header>
  )
}
