import { createRequire } from 'node:module'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { ROOT } from '../paths'
import { runNode } from '../process/run'
import type { CheckResult } from './check'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

/** Rechecks only what changed since the last run. */
const incremental = (project: string): string[] => [
  '--incremental',
  '--tsBuildInfoFile',
  join(ROOT, 'node_modules/.cache/tsc', `${project.replaceAll('/', '-')}.tsbuildinfo`),
]

/** Type-checks every tsconfig.json, each with only the ambient types it may use. */
export async function checkTypes(): Promise<CheckResult> {
  const projects = globSync('**/tsconfig.json', { cwd: ROOT, ignore: ['**/node_modules/**', 'dist/**'] }).sort()
  const outputs: string[] = []
  for (const project of projects) {
    const { status, output } = await runNode([tsc, '-p', project, '--pretty', 'false', ...incremental(project)])
    if (status !== 0) outputs.push(`${project}\n${output}`)
  }
  return { ok: outputs.length === 0, detail: `${projects.length} projects`, output: outputs.join('\n') }
}
