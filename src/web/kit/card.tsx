import css from './card.module.css'

type Props = {
  title?: React.ReactNode
  aside?: React.ReactNode
  footer?: React.ReactNode
  padded?: boolean
  label?: string
  children: React.ReactNode
}

/** A box for something that can be acted on as a whole. */
export function Card({ title, aside, footer, padded, label, children }: Props) {
  return (
    <section className={css.card} aria-label={label ?? (typeof title === 'string' ? title : undefined)}>
      {title && (
        <header className={css.head}>
          {typeof title === 'string' ? <h2>{title}</h2> : title}
          {aside && <div className="row sm t2">{aside}</div>}
        </header>
      )}
      <div className={css.body} data-padded={padded || undefined}>
        {children}
      </div>
      {footer && <footer className={css.foot}>{footer}</footer>}
    </section>
  )
}
