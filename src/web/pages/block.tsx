import { Button, Loader } from '@mantine/core'
import { useLate } from '../use.ts'

/** The one button of a public form: 40 high, as wide as its fields. */
export function Block({ label, busy }: { label: string; busy?: boolean }) {
  const slow = useLate(!!busy, 300)
  return (
    <Button type="submit" fullWidth data-block aria-busy={busy || undefined} onClick={(event) => busy && event.preventDefault()}>
      {slow ? <Loader type="dots" size={20} color="currentColor" aria-label={label} /> : label}
    </Button>
  )
}
