import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { corePages, mailPage } from './core-pages.ts'
import type { PageRoute } from './pages.ts'
import { roomPages } from './pages.ts'
import { KindPage } from './shell/kind-page.tsx'
import { Start } from './shell/start.tsx'
import { Broken, NotFound } from './shell/whole-page.tsx'

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Broken })
const door = (path: string, load: PageRoute['load']) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, 'Page') })

// The house around the pages comes in a file of its own: whoever only signs in does not wait for it.
const shell = createRoute({
  getParentRoute: () => root,
  path: '$slug',
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
  notFoundComponent: NotFound,
})

/** Two rooms may use the same address: the agency's kind chooses. */
function roomRoutes() {
  const byPath = new Map<string, Record<string, ReturnType<typeof lazyRouteComponent>>>()
  for (const room of roomPages)
    for (const page of room.routes) byPath.set(page.path, { ...byPath.get(page.path), [room.kind]: lazyRouteComponent(page.load, 'Page') })
  return [...byPath].map(([path, kinds]) => createRoute({ getParentRoute: () => shell, path, component: () => <KindPage kinds={kinds} /> }))
}
const taken = new Set(roomPages.flatMap((room) => room.routes.map((page) => page.path)))
const pages = corePages
  .filter((page) => !taken.has(page.path))
  .map((page) => createRoute({ getParentRoute: () => shell, path: page.path, component: lazyRouteComponent(page.load, 'Page') }))

const firstVisit = () => import('./pages/first-visit.page.tsx')
const doors = [
  createRoute({ getParentRoute: () => root, path: '/', component: Start }),
  door('/sign-in', () => import('./pages/sign-in.page.tsx')),
  door('/forgot', () => import('./pages/forgot.page.tsx')),
  door('/reset', () => import('./pages/reset.page.tsx')),
  door('/prove', () => import('./pages/prove.page.tsx')),
  door('/first-visit', firstVisit),
  door('/create', firstVisit),
  door('/invitation/$token', () => import('./pages/invitation.page.tsx')),
  ...(mailPage ? [door('/mail', mailPage)] : []),
]

/** Search values stay plain strings in the address, as people read and write them. */
export const router = createRouter({
  routeTree: root.addChildren([...doors, shell.addChildren([...pages, ...roomRoutes()])]),
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  scrollToTopSelectors: ['[data-main]'],
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const query = new URLSearchParams(Object.entries(search).filter(([, value]) => value != null) as [string, string][]).toString()
    return query ? `?${query}` : ''
  },
})
