// Runs before the first paint: sets the colour scheme, so that a dark page never flashes white.
;(() => {
  const root = document.documentElement
  let chosen = null
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value')
  } catch {
    // Storage may be closed to us; the system's scheme is then the answer.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  // The page refuses strings as HTML. The kit's style sheets come as text without markup; anything with a tag in it stays refused.
  globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => (/[<&]/.test(text) ? null : text) })
})()
