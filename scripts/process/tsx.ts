import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../paths'
import { type Outcome, runNode } from './run'

const tsx = createRequire(import.meta.url).resolve('tsx/cli')

/** Runs a TypeScript file of the project in a temporary working directory. */
export async function runScript(script: string, args: readonly string[] = []): Promise<Outcome> {
  const directory = await mkdtemp(join(tmpdir(), 'vehicle-license-'))
  try {
    return await runNode([tsx, join(ROOT, script), ...args], directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
