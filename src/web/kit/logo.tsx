/** Rolecall's mark. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} aria-hidden="true">
      <rect width="28" height="28" rx="7" fill="var(--rc-primary)" />
      <g stroke="var(--rc-on-primary)" strokeWidth="2.4" strokeLinecap="round">
        <path d="M7 9h7M7 14h14M7 19h4" />
      </g>
      <circle cx="19.5" cy="9" r="1.9" fill="var(--rc-on-primary)" />
      <circle cx="16.5" cy="19" r="1.9" fill="var(--rc-on-primary)" />
    </svg>
  )
}
