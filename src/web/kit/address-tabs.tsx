import { Link } from '@tanstack/react-router'
import { formatCount } from '../format/money.ts'
import { useAddress } from '../use.ts'
import css from './tabs.module.css'

type Tab = { value: string; label: string; count?: number | undefined }
type Props = { tabs: Tab[]; name?: string; label?: string }

/** Tabs that live in the address (`?tab=`), so a link and Back give the same view. The first one is what no word means. */
export function AddressTabs({ tabs, name = 'tab', label = 'Views' }: Props) {
  const [address] = useAddress()
  const current = tabs.find((tab) => tab.value === address[name])?.value ?? tabs[0]?.value
  return (
    <nav className={css.tabs} aria-label={label} data-no-print>
      {tabs.map((tab, place) => (
        <Link
          key={tab.value}
          to="."
          search={((before: Record<string, string>) => searchFor(before, name, place === 0 ? undefined : tab.value)) as never}
          className={css.tab}
          aria-current={tab.value === current ? 'page' : undefined}
          // Not only a part of the address: the first tab has no word of its own, and every other one has more.
          activeOptions={{ exact: true }}
        >
          {tab.label}
          {tab.count !== undefined && <span className={`${css.count} num`}>{formatCount(tab.count)}</span>}
        </Link>
      ))}
    </nav>
  )
}

/** The tab that is open now. */
export function useTab<T extends string>(values: readonly T[], name = 'tab'): T {
  const [address] = useAddress()
  return values.find((value) => value === address[name]) ?? values[0]!
}

// Another tab is another list: where the old one was opened or sorted means nothing there.
const searchFor = ({ panel, ...before }: Record<string, string>, name: string, value: string | undefined) => {
  const { [name]: _, ...rest } = before
  return value === undefined ? rest : { ...rest, [name]: value }
}
