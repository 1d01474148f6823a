import { readFile } from 'node:fs/promises'
import { type Expression, type MemberExpression, parse, type Super } from 'acorn'
import { simple } from 'acorn-walk'
import { transform } from 'esbuild'

/** Namespaces of `wx` whose members are APIs. */
const NAMESPACES = new Set(['cloud'])

const isWx = (node: Expression | Super): boolean => node.type === 'Identifier' && node.name === 'wx'

/** The member's name; undefined for `object[name]`. */
const memberOf = ({ computed, property }: MemberExpression): string | undefined =>
  !computed && property.type === 'Identifier' ? property.name : undefined

/** The `wx` API that an expression refers to, if any. */
function apiOf(node: MemberExpression): string | undefined {
  const { object } = node
  const name = memberOf(node)
  if (name === undefined) return undefined
  if (isWx(object)) return NAMESPACES.has(name) ? undefined : name
  if (object.type !== 'MemberExpression' || !isWx(object.object)) return undefined
  const namespace = memberOf(object)
  return namespace !== undefined && NAMESPACES.has(namespace) ? `${namespace}.${name}` : undefined
}

/** The `wx` APIs that a source uses: `navigateTo`, `cloud.uploadFile`, ...; none if it cannot be parsed. */
export async function apisUsedIn(source: string): Promise<Set<string>> {
  const names = new Set<string>()
  try {
    const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'es2022', logLevel: 'silent' })
    simple(parse(code, { ecmaVersion: 2022, sourceType: 'module', allowReturnOutsideFunction: true }), {
      MemberExpression(node) {
        const name = apiOf(node)
        if (name !== undefined) names.add(name)
      },
    })
  } catch {
    // Bundling reports the error.
  }
  return names
}

/** The `wx` APIs -> the files that use them. */
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
