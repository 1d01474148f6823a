import type { PackageReport } from '../miniprogram/package'
import { runScript } from '../process/tsx'
import type { CheckResult } from './check'

/** Budgets of the compiled main package and of all packages. WeChat's limits are 2 MB and 30 MB. */
export const BUDGET_BYTES = { main: 350_000, all: 500_000 } as const

const LARGEST = 10

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

const sum = (sizes: readonly [string, number][]): number => sizes.reduce((total, [, size]) => total + size, 0)

/** Compares the package with its budgets and lists the largest files. */
export function judge({ sizes, subpackages, missing, secrets }: PackageReport): CheckResult {
  const all = Object.entries(sizes)
  const main = all.filter(([path]) => !subpackages.some((root) => path.startsWith(`${root}/`)))
  const weight = { main: sum(main), all: sum(all) }
  const names = ['main', 'all'] as const
  const totals = names.map((name) => `${name} ${kilobytes(weight[name])} of ${kilobytes(BUDGET_BYTES[name])}`)
  const largest = [...all].sort(([, a], [, b]) => b - a).slice(0, LARGEST)
  const list = largest.map(([path, size]) => `\n  ${kilobytes(size).padStart(9)}  ${path}`)
  const detail = `${totals.join(', ')}; ${all.length} files, the largest:${list.join('')}`

  const over = names.filter((name) => weight[name] > BUDGET_BYTES[name])
  const problems = [
    ...missing,
    ...secrets.map((path) => `${path} contains a private key`),
    ...over.map((name) => `${name} is ${kilobytes(weight[name] - BUDGET_BYTES[name])} over its budget`),
  ]
  return problems.length === 0 ? { ok: true, detail } : { ok: false, detail, output: problems.join('\n') }
}

/** Compiles with miniprogram-ci, offline, and checks the size. */
export async function checkCompile(): Promise<CheckResult> {
  const { status, output } = await runScript('scripts/miniprogram/compile.ts')
  if (status !== 0) return { ok: false, output }
  const json = output.split('\n').find((line) => line.startsWith('{"'))
  if (json === undefined) return { ok: false, output: `no compiled files were reported\n${output}` }
  return judge(JSON.parse(json) as PackageReport)
}
