import { currencyName } from '../format/money.ts'

/** Where this browser is. */
export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** Every zone, written as people read it. */
export const zones = () =>
  [...new Set([zoneHere(), ...Intl.supportedValuesOf('timeZone'), 'UTC'])]
    .sort()
    .map((value) => ({ value, label: value.replaceAll('_', ' ') }))

export const currencies = () => Intl.supportedValuesOf('currency').map((value) => ({ value, label: `${value}, ${currencyName(value)}` }))

const byZone: [begins: string, currency: string][] = [
  ['Europe/London', 'GBP'],
  ['Europe/Zurich', 'CHF'],
  ['Europe/', 'EUR'],
  ['Australia/', 'AUD'],
  ['America/Toronto', 'CAD'],
  ['America/Vancouver', 'CAD'],
  ['Asia/Tokyo', 'JPY'],
  ['Pacific/Auckland', 'NZD'],
]
/** A first guess that can be changed beside it. */
export const currencyHere = (zone: string) => byZone.find(([begins]) => zone.startsWith(begins))?.[1] ?? 'USD'
