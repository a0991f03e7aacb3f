import { isIPv6 } from 'node:net'

/** Where a request really comes from: our own socket, or so many steps to the left as there are proxies we trust. */
export function sourceOf(socket: string | undefined, headers: Headers, trustedProxies: number): string {
  const steps = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((step) => step.trim())
    .filter(Boolean)
  const address = trustedProxies > 0 ? (steps.at(-trustedProxies) ?? socket) : socket
  return canonical(address ?? '127.0.0.1')
}

/** One spelling a source: IPv4 inside IPv6 is IPv4, and an IPv6 network of one customer (/64) is one source. */
export function canonical(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  if (mapped) return mapped[1]!
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::`
}
