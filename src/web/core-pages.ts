import type { PageModule, PageRoute } from './pages.ts'

// Each feature's page lives in its own folder and is loaded when it is opened.
const files = import.meta.glob<PageModule>('../core/*/*.page.tsx')
const named = (file: string) => Object.entries(files).find(([path]) => path.endsWith(`/${file}.page.tsx`))?.[1]

const addresses: [path: string, file: string][] = [
  ['/', 'home'],
  ['users', 'users'],
  ['users/$id', 'person'],
  ['activity', 'activity'],
  ['permissions', 'permissions'],
  ['preferences', 'preferences'],
  ['profile', 'profile'],
]

/** The pages every agency has, whatever it sells. */
export const corePages: PageRoute[] = addresses.flatMap(([path, file]) => {
  const load = named(file)
  return load ? [{ path, load }] : []
})
export const hasCorePage = (path: string) => corePages.some((page) => page.path === path)
/** The demo's mail and SMS room, outside every agency. */
export const mailPage = named('mail')
