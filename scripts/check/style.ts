import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runNode } from '../process/run'
import type { CheckResult } from './check'

const require = createRequire(import.meta.url)

export async function checkLint(): Promise<CheckResult> {
  const eslint = join(dirname(require.resolve('eslint/package.json')), 'bin/eslint.js')
  const { status, output } = await runNode([eslint, '--max-warnings', '0', '.'])
  return { ok: status === 0, output }
}

export async function checkFormat(): Promise<CheckResult> {
  const prettier = require.resolve('prettier/bin/prettier.cjs')
  const { status, output } = await runNode([prettier, '--check', '.'])
  return { ok: status === 0, output }
}
