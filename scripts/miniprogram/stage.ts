import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackEndConfig } from '../../miniprogram/config'
import { DRAFT, MINIPROGRAM, ROOT } from '../paths'

const BACK_END = /^export const BACK_END: BackEndConfig = .*$/m

/** The mini program's configuration with another back end. @throws Error where it has no line to change */
export function withBackEnd(config: string, backEnd: BackEndConfig): string {
  if (!BACK_END.test(config)) throw new Error('miniprogram/config.ts has no line that sets BACK_END')
  return config.replace(BACK_END, () => `export const BACK_END: BackEndConfig = ${JSON.stringify(backEnd)}`)
}

/**
 * Copies what is handed to WeChat, and nothing else, into a folder: what lies about in the checkout, keys among it,
 * cannot get into the package. The mini program calls `backEnd` there, or that of its own configuration.
 */
export async function stageProject(folder: string, backEnd?: BackEndConfig): Promise<string> {
  const staged = join(folder, 'project')
  const miniprogram = join(staged, 'miniprogram')
  await mkdir(staged, { recursive: true })
  // Drafts come and go.
  await cp(MINIPROGRAM, miniprogram, { recursive: true, filter: (path) => !path.endsWith(DRAFT) })
  await cp(join(ROOT, 'project.config.json'), join(staged, 'project.config.json'))
  if (backEnd) {
    const file = join(miniprogram, 'config.ts')
    await writeFile(file, withBackEnd(await readFile(file, 'utf8'), backEnd))
  }
  return staged
}
