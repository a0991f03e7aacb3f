import { Tooltip } from '@mantine/core'
import { formatAgo, formatDay, formatFull, formatLong, formatMoment } from '../format/dates.ts'
import { useMaybeMe } from '../me.ts'

/** As it stands inside a sentence: "signed in just now". */
const within = (at: string | number | Date, zone?: string) =>
  formatAgo(at, zone).replace(/^(?:Just|Today|Yesterday)/, (word) => word.toLowerCase())
const styles = { ago: formatAgo, within, day: formatDay, moment: formatMoment, long: formatLong }
type Props = { at: string | number | Date; as?: keyof typeof styles; focusable?: boolean }

/** A date in the agency's zone; hover (and focus, where it is a stop) gives the full date with its zone. */
export function Time({ at, as = 'ago', focusable }: Props) {
  const zone = useMaybeMe()?.agency.zone
  const full = formatFull(at, zone)
  return (
    <Tooltip label={full}>
      <time dateTime={new Date(at).toISOString()} tabIndex={focusable ? 0 : undefined} className="num">
        {styles[as](at, zone)}
      </time>
    </Tooltip>
  )
}
