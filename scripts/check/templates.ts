import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { MINIPROGRAM } from '../paths'
import { run } from '../process/run'
import type { CheckResult } from './check'

const BIN = join(dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json')), 'bin')

/** Folder of the binaries by platform. Apple silicon runs the Intel ones with Rosetta. */
const FOLDERS: Partial<Record<string, string>> = {
  'linux x64': 'linux',
  'darwin x64': 'mac',
  'darwin arm64': 'mac',
  'win32 x64': 'windows',
  'win32 arm64': 'windows',
}

/** WeChat's own compilers, since miniprogram-ci accepts invalid expressions and WXS. */
const COMPILERS = [
  { name: 'wcc', files: '**/*.{wxml,wxs}', args: (files: string[]) => ['-d', '-cc', '0', ...files, '-gn', '$gwx'] },
  { name: 'wcsc', files: '**/*.wxss', args: (files: string[]) => ['-db', '-pc', String(files.length), ...files] },
]

export async function checkTemplates(miniprogram = MINIPROGRAM): Promise<CheckResult> {
  const machine = `${process.platform} ${process.arch}`
  const folder = FOLDERS[machine]
  if (folder === undefined) return { ok: true, detail: `SKIPPED: wcc and wcsc do not support ${machine}` }
  const counts: string[] = []
  for (const { name, files, args } of COMPILERS) {
    const found = globSync(files, { cwd: miniprogram, ignore: ['miniprogram_npm/**'] }).sort()
    const compiler = join(BIN, folder, folder === 'windows' ? `${name}.exe` : name)
    // The package does not mark it as executable.
    chmodSync(compiler, 0o755)
    const { status, output } = await run(compiler, args(found), miniprogram)
    if (status === 127 && machine === 'darwin arm64') return { ok: true, detail: 'SKIPPED: wcc and wcsc need Rosetta' }
    if (status !== 0) return { ok: false, output: `${name}: ${output}` }
    counts.push(`${name} ${found.length} files`)
  }
  return { ok: true, detail: counts.join(', ') }
}
