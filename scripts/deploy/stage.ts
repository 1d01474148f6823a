import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltFunction } from '../build/functions'

/** Copies only what the cloud needs of a function. */
export async function stageFunction({ name, path }: BuiltFunction, folder: string): Promise<string> {
  const staged = join(folder, name)
  const source = join(path, '..')
  await mkdir(staged, { recursive: true })
  await copyFile(path, join(staged, 'index.js'))
  if (existsSync(join(source, 'config.json'))) await copyFile(join(source, 'config.json'), join(staged, 'config.json'))
  const {
    name: id,
    version,
    main,
    dependencies,
  } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>
  await writeFile(join(staged, 'package.json'), JSON.stringify({ name: id, version, main, dependencies }, null, 2))
  return staged
}
