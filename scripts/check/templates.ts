import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { MINIPROGRAM } from '../paths'
import { run } from '../run'
import type { CheckResult } from './check'

const binaries = join(dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json')), 'bin/linux')

/** WeChat's own compilers of templates and style sheets; miniprogram-ci lets bad expressions and WXS pass. */
const COMPILERS = [
  { name: 'wcc', files: '**/*.{wxml,wxs}', args: (files: string[]) => ['-d', '-cc', '0', ...files, '-gn', '$gwx'] },
  { name: 'wcsc', files: '**/*.wxss', args: (files: string[]) => ['-db', '-pc', String(files.length), ...files] },
]

export async function checkTemplates(miniprogram = MINIPROGRAM): Promise<CheckResult> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      ok: true,
      detail: `SKIPPED: wcc and wcsc run on Linux x64 alone, this is ${process.platform} ${process.arch}`,
    }
  }
  const counts: string[] = []
  for (const { name, files, args } of COMPILERS) {
    const found = globSync(files, { cwd: miniprogram, ignore: ['miniprogram_npm/**'] }).sort()
    const compiler = join(binaries, name)
    // The package does not mark them as executable.
    chmodSync(compiler, 0o755)
    const { status, output } = await run(compiler, args(found), miniprogram)
    if (status !== 0) return { ok: false, output: `${name}: ${output}` }
    counts.push(`${name} ${found.length} files`)
  }
  return { ok: true, detail: counts.join(', ') }
}
