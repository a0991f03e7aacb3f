// The last line of a run, for whoever counts: "N passed, N failed".
import type { Reporter, TestModule } from 'vitest/node'

export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    let passed = 0
    let failed = errors.length
    for (const module of modules) {
      failed += module.errors().length // a file that cannot be loaded has no tests to fail
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') passed++
        if (test.result().state === 'failed') failed++
      }
    }
    if (passed + failed === 0) failed = 1 // a run without tests proves nothing
    process.once('exit', () => console.log(`${passed} passed, ${failed} failed`))
  }
}
