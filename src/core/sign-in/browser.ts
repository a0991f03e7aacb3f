// Order matters: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]
const first = (from: [RegExp, string][], agent: string) => from.find(([like]) => like.test(agent))?.[1]

/** "Chrome on Mac", as far as the device says. */
export function browserOf(agent: string | null): { name: string; phone: boolean } {
  const browser = agent ? first(browsers, agent) : undefined
  const system = agent ? first(systems, agent) : undefined
  const phone = /\b(?:iPhone|Android|Mobile)\b/.test(agent ?? '')
  if (!browser) return { name: agent ? 'A program' : 'An unknown device', phone }
  return { name: system ? `${browser} on ${system}` : browser, phone }
}
