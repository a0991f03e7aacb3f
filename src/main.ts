// Config -> database -> migrations -> server -> jobs.
import { readConfig } from './config.ts'
import { startDatabase } from './db/start.ts'

const say = (sentence: string) => console.error(sentence)
type Undo = () => Promise<unknown>
const undo: Undo[] = [] // what has been opened, to be closed from the last to the first
let closing = false

async function main() {
  const config = readConfig(process.env, process.argv.slice(2))
  const database = await startDatabase(config, say, giveUp)
  undo.push(database.stop)
  // Loaded only now: who is told that the folder is taken need not wait for the whole house.
  const [{ listen, openHouse }, { furnishDemo, mustBeNoDemo }, { demos, portals }] = await Promise.all([
    import('./house.ts'),
    import('./demo/furnish.ts'),
    import('./portals.ts'),
  ])
  const house = await openHouse({ ...config, database: database.url })
  undo.push(house.close)
  await (config.demo ? furnishDemo(house, { portals, demos }) : mustBeNoDemo(house, demos))
  const server = await listen(house.app, config.port, hostOf(config.url)).catch((error) => {
    throw portTaken(error, config.port)
  })
  undo[1] = () => house.close(server)
  console.log(`Rolecall is open at ${config.url}${database.says}`)
}

/** At an address only this machine knows, nobody else needs to be let in. */
const hostOf = (url: string) => (new URL(url).hostname === 'localhost' ? '127.0.0.1' : undefined)

function portTaken(error: NodeJS.ErrnoException, port: number) {
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} is taken. Stop what uses it, or set PORT to another number.`)
  if (error.code === 'EACCES') return new Error(`Port ${port} may not be used by this user. Set PORT to a number above 1023.`)
  return error
}

/** Running requests finish, streams end, the database is stopped; whatever hangs is left behind after fifteen seconds. */
async function close(code: number) {
  if (closing) return
  closing = true
  setTimeout(() => process.exit(1), 15_000).unref()
  for (const step of undo.splice(0).reverse()) await step().catch((error: Error) => say(error.message))
  process.exit(code)
}

/** Another server has our folder and its PostgreSQL: there is nothing left here that is ours to close. */
function giveUp(sentence: string) {
  say(sentence)
  process.exit(1)
}

// npm hands a Ctrl+C on although the terminal has sent it already, so the second one counts only after a moment.
let asked = 0
function stop() {
  if (asked && Date.now() - asked > 500) process.exit(1)
  if (asked) return
  asked = Date.now()
  void close(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)

main().catch((error: Error) => {
  say(error.message)
  void close(1)
})
