import type { Icon } from '@tabler/icons-react'

export type { Icon }

/** An icon beside a word: 16px, stroke 1.75, silent for screen readers. */
export function Glyph({ of: Shape, size = 16, className }: { of: Icon; size?: number; className?: string | undefined }) {
  return <Shape size={size} stroke={size > 13 ? 1.75 : 2} className={className} style={{ flex: 'none' }} aria-hidden="true" />
}
