import { CLIENTS, type Language } from './clients'
import { installClient } from './install'
import { COMPILE_TIMEOUT_MS, compileClient } from './run'

/**
 * `describe`, for tests that run a client of another language. Where its tools or packages are not to be had they are
 * skipped, and it is said so.
 */
export function describeWithClient(language: Language, tests: () => void): void {
  const { name } = CLIENTS[language]
  const why = installClient(language)
  // Not by `console`: of a file whose tests are all skipped, Jest prints nothing.
  if (why !== undefined) process.stderr.write(`NOT RUN: ${name}: ${why}\n`)
  // The tests are to run with Node and npm alone.
  const describeIf = why === undefined ? describe : describe.skip // reason: no such tools, as was printed above
  describeIf(name, () => {
    beforeAll(() => compileClient(language), COMPILE_TIMEOUT_MS)
    tests()
  })
}
