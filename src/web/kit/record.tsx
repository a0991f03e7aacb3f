import css from './record.module.css'

/** A record page: at the left, 276 wide, who or what it is (it stays while the tabs change); at the right the tab's content. */
export function Record({ summary, children }: { summary: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className={css.record}>
      <aside className={css.summary} aria-label="Summary">
        {summary}
      </aside>
      <div className={css.content}>{children}</div>
    </div>
  )
}
