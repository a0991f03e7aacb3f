// What every answer says about itself. Written once, into the answer, not added after it.
const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains', // browsers heed it over https only
}
const strict = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** Answers of the API: nothing is kept, nothing is run. */
export const plainHeaders = { ...everywhere, 'content-security-policy': strict, 'cache-control': 'no-store' }
/** Pages: our own scripts only, no inline ones, no HTML from text. Mantine sets styles inline. */
export const pageHeaders = {
  ...everywhere,
  'cache-control': 'no-store',
  'content-security-policy': `${strict}; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; require-trusted-types-for 'script'`,
}
/** The page of the API document builds HTML from text by itself, so trusted types are not asked there. */
export const docsHeaders = {
  ...everywhere,
  'cache-control': 'no-store',
  'content-security-policy': `${strict}; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'`,
}
/** Built files carry the hash of what is in them in their name. */
export const fileHeaders = { ...everywhere, 'content-security-policy': strict, 'cache-control': 'public, max-age=31536000, immutable' }
