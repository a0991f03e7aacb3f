import { defineCommand } from 'citty'
import { type Format, printMatrix } from '#policy/matrix.ts'
import { portals } from '../portals.ts'

const formats: readonly string[] = ['md', 'csv', 'json'] satisfies Format[]

/** rolecall policy <kind>: who may do what, from the running policy. */
export const policy = defineCommand({
  meta: { name: 'policy', description: 'Print who may do what in an agency of this kind.' },
  args: {
    kind: { type: 'positional', description: Object.keys(portals).join(' or '), required: true },
    format: { type: 'string', description: formats.join(', '), default: 'md' },
  },
  run({ args: { kind, format } }) {
    const portal = Object.hasOwn(portals, kind) ? portals[kind as keyof typeof portals] : undefined
    if (!portal) throw new Error(`There is no kind of agency called "${kind}". Write ${Object.keys(portals).join(' or ')}.`)
    if (!formats.includes(format)) throw new Error(`There is no format called "${format}". Write ${formats.join(', ')}.`)
    process.stdout.write(printMatrix(portal.policy, format as Format))
  },
})
