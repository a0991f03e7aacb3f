// A process that keeps a database, for stories that kill it: node test/start/holder.ts <folder> <home>
import { startEmbedded } from '../../src/db/embedded.ts'

const [folder, home] = process.argv.slice(2) as [string, string]
const end = (sentence: string) => {
  console.error(sentence)
  process.exit(1)
}
try {
  const database = await startEmbedded(folder, { home, onLost: end })
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)))
  console.log(JSON.stringify(database))
} catch (error) {
  end((error as Error).message)
}
