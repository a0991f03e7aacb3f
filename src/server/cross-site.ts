// A request that changes something must come from our own page, or from a program that is no browser's page at all.
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refused when another site's page sent it, or when its body is not JSON (forms can be sent from anywhere, JSON cannot). */
export function crossSite(request: Request, origin: string): { status: 403 | 415; code: string; message: string } | null {
  if (safe.has(request.method)) return null
  const { headers } = request
  const site = headers.get('sec-fetch-site')
  const from = headers.get('origin')
  const ours = site ? site === 'same-origin' : from !== null ? from === origin : headers.get('cookie') === null
  if (!ours)
    return { status: 403, code: 'cross_site', message: 'This was sent from another site, so nothing was done. Open Rolecall itself.' }
  const type = headers.get('content-type')
  const hasBody = type !== null || Number(headers.get('content-length') ?? 0) > 0 || headers.get('transfer-encoding') !== null
  if (hasBody && !/^application\/json\b/i.test(type ?? ''))
    return { status: 415, code: 'json_only', message: 'Send JSON, with content-type application/json.' }
  return null
}
