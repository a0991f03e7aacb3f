// A real browser before a real server: one page a person, axe at hand.
import fs from 'node:fs'
import { createServer } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { listen } from '../../src/house.ts'
import { cookieOf } from '../house/cast.ts'
import { openTestHouse } from '../house/house.ts'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
// Nothing leaves the machine, and root may start it.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export type Look = { phone?: boolean; dark?: boolean }
export type Theatre = Awaited<ReturnType<typeof openTheatre>>

/** The house on a port of its own, and a browser to visit it. */
export async function openTheatre(more: Parameters<typeof openTestHouse>[0] = {}) {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const house = await openTestHouse({ url: origin, ...more })
  const server = await listen(house.app, port, '127.0.0.1')
  const browser = await launch()
  async function page({ phone, dark }: Look = {}): Promise<Page> {
    const viewport = phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }
    const context = await browser.newContext({
      baseURL: origin,
      viewport,
      hasTouch: phone ?? false,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    })
    const opened = await context.newPage()
    opened.setDefaultTimeout(10_000)
    const wrong: string[] = []
    opened.on('pageerror', (error) => wrong.push(error.message))
    broken.set(opened, wrong)
    return opened
  }
  return {
    ...house,
    origin,
    page,
    /** A page on which this person is signed in. */
    async as(somebody: { token: string }, path: string, look?: Look) {
      const opened = await page(look)
      const [name = '', value = ''] = cookieOf(somebody.token).split('=')
      await opened.context().addCookies([{ name, value, url: origin }])
      await opened.goto(path)
      return opened
    },
    async end() {
      await browser.close()
      await house.close(server)
    },
  }
}

const broken = new WeakMap<Page, string[]>()

/** What axe finds on the page as it is now, and what broke in its scripts: nothing. */
export async function faultless(page: Page) {
  const { violations } = await new AxeBuilder({ page: page as never }).exclude('iframe').analyze() // a letter's frame runs no scripts, not even axe
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    page.url(),
  ).toEqual([])
  expect(broken.get(page) ?? []).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, 'nothing is cut off at the side').toBeLessThanOrEqual(0)
}

function launch(): Promise<Browser> {
  const executablePath = places.find((place) => place && fs.existsSync(place))
  if (!executablePath) throw new Error('No Chromium found. Install it, or set CHROMIUM to its path.')
  return chromium.launch({ executablePath, args: quiet })
}

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => found(port))
    })
  })
