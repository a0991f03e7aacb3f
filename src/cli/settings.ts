import { defineCommand } from 'citty'
import { type Setting, settings } from '../config.ts'

/** rolecall settings: every setting, as docs/reference/settings.md has them. */
export const settingsCommand = defineCommand({
  meta: { name: 'settings', description: 'Print every setting, its default and what it means.' },
  run: () => void process.stdout.write(printSettings()),
})

/** docs/reference/settings.md, from the list the start reads. */
export function printSettings(): string {
  const all: readonly Setting[] = settings
  const lines = all.map(
    ({ name, default: usual, sentence, write }) => `| \`${name}\` | ${usual ? `\`${usual}\`` : 'none'} | ${sentence} | ${write} |\n`,
  )
  const secret = all.filter((one) => one.secret).map(({ name }) => `\`${name}_FILE\``)
  return `# Settings

Printed by \`npm run -s rolecall -- settings\`; \`npm run docs\` writes this file again.
Settings are variables of the environment, read once at the start. A wrong one stops the start with a sentence that says what to write.
An empty one counts as not given. None is needed: without any, \`npm start\` opens Rolecall on port 3000 with a database of its own.

| name | default | what it means | write |
| --- | --- | --- | --- |
${lines.join('')}
What is secret may also come from a file, named by ${secret.slice(0, -1).join(', ')} or ${secret.at(-1)}.

\`npm start -- --demo\` opens two living agencies in a data folder of their own. The demo sends nothing, and does not start with \`DATABASE_URL\`.

## A new secret

Sessions are signed with the file \`secret\` of the data folder. Rename it to \`secret.previous\` and start again: a new one is made, and the previous one is still accepted.
Remove \`secret.previous\` when the last session signed with it has ended. Several servers on one database need the same secret: give it to all of them by \`ROLECALL_SECRET_FILE\`.

## A PostgreSQL of your own

The user of \`DATABASE_URL\` owns the database and has \`CREATEROLE\`. Rolecall makes roles that own nothing and puts one of them on for every query, so this user's rights are used for migrations alone.
A PostgreSQL whose \`fsync\`, \`synchronous_commit\` or \`full_page_writes\` is off acknowledges changes and loses them in a power cut. Rolecall does not start on one, unless \`ROLECALL_ALLOW_UNSAFE_DATABASE\` names what is off.
`
}
