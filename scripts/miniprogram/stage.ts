import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackEndConfig } from '../../miniprogram/config'
import { DRAFT, MINIPROGRAM, ROOT } from '../paths'

const BACK_END = /^export const BACK_END: BackEndConfig = .*$/m

/** Replaces the back end in the source of `config.ts`. @throws Error if the line is missing */
export function withBackEnd(config: string, backEnd: BackEndConfig): string {
  if (!BACK_END.test(config)) throw new Error('miniprogram/config.ts has no line that sets BACK_END')
  return config.replace(BACK_END, () => `export const BACK_END: BackEndConfig = ${JSON.stringify(backEnd)}`)
}

/**
 * Copies only what is uploaded, so that nothing else in the checkout, such as a key, can get into the package.
 *
 * @param backEnd - default: that of `config.ts`
 */
export async function stageProject(folder: string, backEnd?: BackEndConfig): Promise<string> {
  const staged = join(folder, 'project')
  const miniprogram = join(staged, 'miniprogram')
  await mkdir(staged, { recursive: true })
  // Drafts may vanish while they are copied.
  await cp(MINIPROGRAM, miniprogram, { recursive: true, filter: (path) => !path.endsWith(DRAFT) })
  await cp(join(ROOT, 'project.config.json'), join(staged, 'project.config.json'))
  if (backEnd) {
    const file = join(miniprogram, 'config.ts')
    await writeFile(file, withBackEnd(await readFile(file, 'utf8'), backEnd))
  }
  return staged
}
