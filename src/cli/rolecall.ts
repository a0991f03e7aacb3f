// The command line: rolecall <command>. In a clone: npm run -s rolecall -- <command>
import { type CommandDef, defineCommand, runCommand, showUsage } from 'citty'

const commands = {
  policy: () => import('./policy.ts').then((module) => module.policy as CommandDef),
  verify: () => import('./verify.ts').then((module) => module.verify as CommandDef),
  settings: () => import('./settings.ts').then((module) => module.settingsCommand as CommandDef),
}
const rolecall = defineCommand({
  meta: { name: 'rolecall', description: 'What the program can tell without being open: its policy and its settings.' },
  subCommands: commands,
})

process.stdout.on('error', () => process.exit()) // whoever reads our lines has read enough

const words = process.argv.slice(2)
const asked = words.find((word): word is keyof typeof commands => Object.hasOwn(commands, word))
if (words.length === 0 || words.includes('--help')) await (asked ? showUsage(await commands[asked](), rolecall) : showUsage(rolecall))
else
  await runCommand(rolecall, { rawArgs: words }).catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
