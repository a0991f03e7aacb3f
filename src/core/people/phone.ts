import { type CountryCode, isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { badInput } from '../errors.ts'

// A number without a country code is meant nationally, where the agency is.
const countryOf: Record<string, CountryCode> = {
  USD: 'US',
  CAD: 'CA',
  GBP: 'GB',
  AUD: 'AU',
  NZD: 'NZ',
  CHF: 'CH',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
  PLN: 'PL',
}

/** E.164, the one spelling a number is kept in; null for none. */
export function phoneOf(text: string | null, currency: string): string | null {
  if (!text) return null
  const country = countryOf[currency]
  const number = parsePhoneNumberFromString(text, country)
  if (number && isValidPhoneNumber(number.number)) return number.number
  const message = 'Write the number with its country code, like +1 207 555 0142.'
  throw badInput('bad_input', message, { fields: { phone: message } })
}
