import type { PackageReport } from '../miniprogram/package'
import { runScript } from '../tsx'
import type { CheckResult } from './check'

/** What the compiled main package may weigh, and all packages together, in bytes. WeChat's own limits are 2 and 30 MB. */
export const BUDGET_BYTES = { main: 350_000, all: 500_000 } as const

const LARGEST = 10

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

const sum = (sizes: readonly [string, number][]): number => sizes.reduce((total, [, size]) => total + size, 0)

export function judge({ sizes, subpackages, missing }: PackageReport): CheckResult {
  const all = Object.entries(sizes)
  const main = all.filter(([path]) => !subpackages.some((root) => path.startsWith(`${root}/`)))
  const weight = { main: sum(main), all: sum(all) }
  const told = (['main', 'all'] as const).map(
    (name) => `${name} ${kilobytes(weight[name])} of ${kilobytes(BUDGET_BYTES[name])}`,
  )
  const detail = `${told.join(', ')}; ${all.length} files`
  if (missing.length > 0) return { ok: false, detail, output: missing.join('\n') }
  if (weight.main <= BUDGET_BYTES.main && weight.all <= BUDGET_BYTES.all) return { ok: true, detail }
  const largest = main.sort(([, a], [, b]) => b - a).slice(0, LARGEST)
  return { ok: false, detail, output: largest.map(([path, size]) => `${kilobytes(size)}\t${path}`).join('\n') }
}

/** miniprogram-ci's compiler, offline, and the size of what comes out. */
export async function checkCompile(): Promise<CheckResult> {
  const { status, output } = await runScript('scripts/miniprogram/compile.ts')
  if (status !== 0) return { ok: false, output }
  const json = output.split('\n').find((line) => line.startsWith('{"'))
  if (json === undefined) return { ok: false, output: `no compiled files were reported\n${output}` }
  return judge(JSON.parse(json) as PackageReport)
}
