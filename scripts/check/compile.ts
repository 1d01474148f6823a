import { runScript } from '../tsx'
import type { CheckResult } from './check'

/** What the compiled main package may weigh, in bytes. WeChat's own limit is 2 MB. */
export const BUDGET_BYTES = 600_000

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

export function judgeSizes(sizes: Readonly<Record<string, number>>): CheckResult {
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0)
  const detail = `main package ${kilobytes(total)} of ${kilobytes(BUDGET_BYTES)}, ${Object.keys(sizes).length} files`
  if (total <= BUDGET_BYTES) return { ok: true, detail }
  const largest = Object.entries(sizes).sort(([, a], [, b]) => b - a)
  return {
    ok: false,
    detail,
    output: largest
      .map(([path, size]) => `${kilobytes(size)}\t${path}`)
      .slice(0, 10)
      .join('\n'),
  }
}

/** miniprogram-ci's compiler, offline, and the size of what comes out. */
export async function checkCompile(): Promise<CheckResult> {
  const { status, output } = await runScript('scripts/miniprogram/compile.ts')
  if (status !== 0) return { ok: false, output }
  const json = output.split('\n').find((line) => line.startsWith('{"'))
  if (json === undefined) return { ok: false, output: `no compiled files were reported\n${output}` }
  return judgeSizes(JSON.parse(json) as Record<string, number>)
}
