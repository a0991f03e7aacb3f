import { Link } from '@tanstack/react-router'
import { useTab } from './address-tabs.tsx'
import css from './record.module.css'

type Props = { sections: { value: string; label: string }[]; children: React.ReactNode }

/** A settings page: its sections at the left (`?section=` in the address), one column of 720 at the right. */
export function SectionPage({ sections, children }: Props) {
  const current = useTab(
    sections.map((section) => section.value),
    'section',
  )
  return (
    <div className={css.sections}>
      <nav aria-label="Sections" data-no-print>
        {sections.map((section) => {
          const here = section.value === current ? 'page' : undefined
          return (
            <Link
              key={section.value}
              to="."
              search={{ section: section.value } as never}
              aria-current={here}
              activeProps={{ 'aria-current': here }}
            >
              {section.label}
            </Link>
          )
        })}
      </nav>
      <div>{children}</div>
    </div>
  )
}
