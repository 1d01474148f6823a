import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MINIPROGRAM, ROOT } from '../paths'
import { ci } from './ci'

const NAME = 'miniprogram_npm'

/**
 * Builds `miniprogram/miniprogram_npm` from the root's `dependencies`, like DevTools. Builds in a temporary folder and
 * renames it, because a running simulator may read the old one.
 */
export async function packNpm(): Promise<void> {
  await mkdir(join(ROOT, 'dist'), { recursive: true })
  const aside = await mkdtemp(join(ROOT, 'dist', 'npm-'))
  try {
    await ci.packNpmManually({ packageJsonPath: join(ROOT, 'package.json'), miniprogramNpmDistDir: aside })
    const place = join(MINIPROGRAM, NAME)
    if (existsSync(place)) await rename(place, join(aside, 'former'))
    await rename(join(aside, NAME), place)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
