import { readFile } from 'node:fs/promises'
import { transform } from 'esbuild'

/** Namespaces under `wx` whose members are APIs of their own. */
const NAMESPACES = new Set(['cloud'])
const USE = /\bwx\s*\.\s*(\w+)(?:\s*\.\s*(\w+))?/g

/**
 * The `wx` APIs that a source names: `navigateTo`, `cloud.uploadFile`, ... Comments and types do not count.
 *
 * @throws Error where the source cannot be parsed.
 */
export async function apisUsedIn(source: string): Promise<Set<string>> {
  const { code } = await transform(source, { loader: 'ts', legalComments: 'none', charset: 'utf8' })
  const names = [...code.matchAll(USE)].flatMap(([, name = '', member]) =>
    NAMESPACES.has(name) && member !== undefined ? `${name}.${member}` : name,
  )
  return new Set(names.filter((name) => !NAMESPACES.has(name)))
}

/** Which of the files use which `wx` APIs. */
export async function usedApis(files: string[]): Promise<Map<string, Set<string>>> {
  const used = new Map<string, Set<string>>()
  await Promise.all(
    files.map(async (file) => {
      for (const name of await apisUsedIn(await readFile(file, 'utf8')))
        used.set(name, (used.get(name) ?? new Set()).add(file))
    }),
  )
  return used
}
