// Prints every printed document. `npm run docs`, then read the diff: it is the real change. A test fails when one is stale.
import fs from 'node:fs'
import path from 'node:path'
import { printSettings } from '../src/cli/settings.ts'
import { printMatrix } from '../src/policy/matrix.ts'
import { portals } from '../src/portals.ts'
import { printPlan } from '../test/floor-plan.ts'
import { printSources } from '../test/policy/sources.ts'
import { printCoverage } from '../test/rows/coverage.ts'

/** Where each printed document lies, and who prints it. */
export const documents: Record<string, () => string | Promise<string>> = {
  'docs/reference/settings.md': printSettings,
  'docs/architecture.md': printPlan,
  'docs/sources.md': printSources,
  'docs/coverage.md': printCoverage,
  ...Object.fromEntries(
    Object.values(portals).map(({ policy }) => [`docs/permissions/${policy.kind}.md`, () => printMatrix(policy, 'md')]),
  ),
}

if (import.meta.main)
  for (const [file, print] of Object.entries(documents)) {
    const place = path.resolve(import.meta.dirname, '..', file)
    fs.mkdirSync(path.dirname(place), { recursive: true })
    fs.writeFileSync(place, await print())
    console.log(file)
  }
