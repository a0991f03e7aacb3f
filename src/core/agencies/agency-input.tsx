import { Select, TextInput } from '@mantine/core'
import { currencyName, formatMoney } from '#web/format/money.ts'
import type { FieldName } from './agency-field.tsx'
import { Now } from './agency-rows.tsx'
import { ColourInput } from './colour-input.tsx'

type Props = {
  name: FieldName
  label: string
  value: string
  onChange: (value: string) => void
  error: string | undefined
  readOnly: boolean
}

const zones = () => Intl.supportedValuesOf('timeZone')
const currencies = () =>
  Intl.supportedValuesOf('currency')
    .map((value) => ({ value, label: `${currencyName(value)} (${value})` }))
    .sort((a, b) => a.label.localeCompare(b.label))

/** The right kind of input for each preference; its name is said by the row. */
export function AgencyInput({ name, label, value, onChange, error, readOnly }: Props) {
  const shared = { 'aria-label': label, name, value, error, readOnly, 'data-autofocus': true, autoFocus: true } as const
  const list = {
    ...shared,
    searchable: true,
    allowDeselect: false,
    openOnFocus: false,
    // The list itself scrolls, so that it is one stop and not two.
    withScrollArea: false,
    styles: { options: { maxHeight: 280, overflowY: 'auto' as const } },
    nothingFoundMessage: 'Nothing is called that',
    onChange: (chosen: string | null) => chosen && onChange(chosen),
  }
  if (name === 'zone') return <Select {...list} data={withThis(zones(), value)} description={<Now zone={value} />} />
  if (name === 'currency') return <Select {...list} data={currencies()} description={formatMoney(1250, value)} />
  if (name === 'colour') return <ColourInput {...{ label, value, onChange, error, readOnly }} />
  return <TextInput {...shared} onChange={(event) => onChange(event.currentTarget.value)} autoComplete="off" />
}

// A zone the browser does not list (UTC is one) is still the agency's.
const withThis = (known: string[], value: string) => (known.includes(value) ? known : [value, ...known])
