import { formatMoney } from '../format/money.ts'
import { useMe } from '../me.ts'

/** An amount in the agency's currency, tabular. */
export function Money({ amount, currency }: { amount: number; currency?: string }) {
  const { agency } = useMe()
  return <span className="num">{formatMoney(amount, currency ?? agency.currency)}</span>
}
