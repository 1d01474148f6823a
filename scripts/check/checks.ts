import type { Check } from './check'
import { checkCompile } from './compile'
import { checkFormat, checkLint } from './style'
import { checkTemplates } from './templates'
import { checkTypes } from './types'

export const CHECKS: readonly Check[] = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: checkLint },
  { name: 'format', run: checkFormat },
  { name: 'templates', run: () => checkTemplates() },
  { name: 'compile', run: checkCompile },
]

/** Runs checks in turn and prints the results. @returns whether all passed */
export async function checkAll(checks = CHECKS, print: (line: string) => void = console.log): Promise<boolean> {
  let failed = 0
  for (const { name, run } of checks) {
    const { ok, detail, output } = await run()
    print(`${ok ? '✓' : '✗'} ${name}${detail ? `: ${detail}` : ''}`)
    if (!ok) {
      failed += 1
      print(output?.trim() ?? '')
    }
  }
  print(failed === 0 ? 'All checks passed.' : `${failed} failed.`)
  return failed === 0
}
