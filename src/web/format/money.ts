/** "$1,250.00"; less than nothing is "−$40.00" with a real minus. */
export function formatMoney(amount: number, currency: string): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount).replace('-', '\u2212')
}
/** "US dollar". */
export const currencyName = (currency: string) => new Intl.DisplayNames('en', { type: 'currency' }).of(currency) ?? currency

/** "10,000+" above what is counted exactly. */
export const formatCount = (count: number) => (count > 10_000 ? '10,000+' : count.toLocaleString('en-US'))
