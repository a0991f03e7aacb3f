// Numbers arrive as E.164. People read them in groups, and their own country's without its code.
const oneDigit = /^[17]/
const twoDigits = /^(?:2[07]|3[0-4690]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/
const national: Record<string, string> = { USD: '1', CAD: '1' }

/** "(207) 555-0142" where the agency is, "+44 20 7946 0958" from elsewhere; what is no such number stays as it is. */
export function formatPhone(number: string, currency?: string): string {
  const digits = /^\+(\d{7,15})$/.exec(number)?.[1]
  if (!digits) return number
  const code = digits.slice(0, oneDigit.test(digits) ? 1 : twoDigits.test(digits) ? 2 : 3)
  const rest = digits.slice(code.length)
  if (code === '1' && rest.length === 10) {
    const [area, exchange, line] = [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)]
    return currency && national[currency] === '1' ? `(${area}) ${exchange}-${line}` : `+1 ${area} ${exchange} ${line}`
  }
  return `+${code} ${grouped(rest)}`
}

/** From the end in fours, so that what is left over comes first: "20 7946 0958". */
const grouped = (digits: string) => {
  const size = digits.length % 3 === 0 ? 3 : 4
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= size) groups.unshift(digits.slice(Math.max(0, end - size), end))
  return groups.join(' ')
}
