// Takes the pictures of docs/screenshots from the demo, as its people see it: `npm run screenshots`.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'docs/screenshots')
const port = 3977
const base = `http://localhost:${port}`
type Shot = { name: string; who?: string; at: string; phone?: true; dark?: true; before?: (page: Page) => Promise<unknown> }

const menuOf = async (page: Page, name: string) => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: /^Edit/ }).hover()
  await page.getByText('Who can').waitFor()
}
const shots: Shot[] = [
  { name: 'sign-in', at: '/sign-in' },
  { name: 'users', who: 'Olive', at: '/harbor/users' },
  { name: 'users-dark', who: 'Olive', at: '/harbor/users', dark: true },
  { name: 'users-why-not', who: 'Adam', at: '/harbor/users', before: (page) => menuOf(page, 'Olive Tan') },
  {
    name: 'edit-user',
    who: 'Adam',
    at: '/harbor/users',
    async before(page) {
      await page.getByRole('button', { name: 'Actions for Sam Lindqvist' }).click()
      await page.getByRole('menuitem', { name: /^Edit/ }).click()
      await page.getByRole('radio', { name: /Account Administrator/ }).check()
      await page.getByText('What changes for Sam').waitFor()
    },
  },
  {
    name: 'owner-transfer',
    who: 'Olive',
    at: '/harbor/preferences',
    async before(page) {
      await page.getByRole('button', { name: 'Edit Account Owner' }).click()
      await page.getByRole('combobox', { name: 'New Account Owner' }).click()
      await page.getByRole('option', { name: /Adam/ }).click()
    },
  },
  { name: 'permissions', who: 'Olive', at: '/harbor/permissions?row=talent.archive' },
  { name: 'activity', who: 'Olive', at: '/harbor/activity' },
  { name: 'home', who: 'Olive', at: '/harbor/' },
  { name: 'user-management', who: 'Ada', at: '/northlight/users' },
  { name: 'user-management-phone', who: 'Ada', at: '/northlight/users', phone: true },
  { name: 'user-management-phone-dark', who: 'Ada', at: '/northlight/users', phone: true, dark: true },
  { name: 'switches', who: 'Ada', at: '/northlight/preferences?section=switches' },
  { name: 'contractor', who: 'Connie', at: '/northlight/' },
  { name: 'mail-room', at: '/mail' },
]

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'rolecall-pictures-'))
fs.chmodSync(data, 0o711)
const env = { ...process.env, PORT: String(port), ROLECALL_DATA: data }
const demo = spawn(process.execPath, ['src/main.ts', '--demo'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
await new Promise((open) => demo.stdout.once('data', open))
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
const browser = await chromium.launch({ executablePath, args })
try {
  fs.mkdirSync(folder, { recursive: true })
  await new Promise((go) => setTimeout(go, 5000)) // the letters have reached their room
  for (const shot of shots) await take(shot)
} finally {
  await browser.close()
  demo.kill('SIGTERM')
  await new Promise((ended) => demo.once('exit', ended))
  fs.rmSync(data, { recursive: true, force: true })
}

async function take({ name, who, at, phone, dark, before }: Shot) {
  const viewport = phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }
  const context = await browser.newContext({
    baseURL: base,
    viewport,
    hasTouch: phone ?? false,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  if (who) await enter(page, who)
  await page.goto(at)
  await page.getByRole('heading').first().waitFor()
  await page.waitForTimeout(700)
  await before?.(page)
  await page.waitForTimeout(500)
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await context.close()
  console.log(`docs/screenshots/${name}.png`)
}

async function enter(page: Page, who: string) {
  const cast = (await (await page.request.get('/api/demo/cast')).json()) as { people: { id: string; name: string }[] }[]
  const person = cast.flatMap(({ people }) => people).find(({ name }) => name.startsWith(`${who} `))
  await page.request.post('/api/demo/sign-in', { data: { person: person?.id }, headers: { origin: base } })
}
