import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { messageOf } from '../error-message'

const NPM = 'miniprogram_npm/'

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** @returns undefined if there is no such file @throws Error naming the file if it is not JSON */
export function readJson(path: string): unknown {
  if (!isFile(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch (error) {
    throw new Error(`${path}: ${messageOf(error)}`, { cause: error })
  }
}

/**
 * The mini program's folder: the given one or the `miniprogramRoot` of its project.config.json.
 *
 * @throws Error if there is no app.json
 */
export function findProgram(folder: string): string {
  const config = readJson(join(folder, 'project.config.json')) as { miniprogramRoot?: string } | undefined
  const root = [folder, join(folder, config?.miniprogramRoot ?? '.')].find((path) => isFile(join(path, 'app.json')))
  if (root === undefined) throw new Error(`${folder}: no app.json`)
  return resolve(root)
}

/** Resolves a path without extension; undefined if there is no such script. */
export const scriptAt = (base: string): string | undefined =>
  ['', '.ts', '.js', '/index.ts', '/index.js'].map((end) => base + end).find(isFile)

const ancestors = (folder: string): string[] =>
  folder === dirname(folder) ? [folder] : [folder, ...ancestors(dirname(folder))]

const splitPackage = (path: string): [name: string, rest: string] => {
  const parts = path.split('/')
  const count = path.startsWith('@') ? 2 : 1
  return [parts.slice(0, count).join('/'), parts.slice(count).join('/')]
}

const withoutStar = (pattern: string): string => pattern.replace(/\*$/, '')

/**
 * Resolves paths in a mini program. A logical path starts at the program's root and has no extension
 * (`pages/home/index`, `miniprogram_npm/@vant/weapp/button/index`).
 */
export class Paths {
  private readonly modules: string[]
  /** `resolveAlias` of app.json (`@utils/*` -> `utils/*`) without the stars. */
  private readonly aliases: [from: string, to: string][]

  constructor(readonly root: string) {
    const { resolveAlias = {} } = (readJson(join(root, 'app.json')) ?? {}) as { resolveAlias?: Record<string, string> }
    this.aliases = Object.entries(resolveAlias).map(([from, to]) => [withoutStar(from), withoutStar(to)])
    this.modules = [...ancestors(root), ...ancestors(import.meta.dirname)].map((folder) => join(folder, 'node_modules'))
  }

  /** An npm path on disk: DevTools' npm build if there is one, else the package's mini program folder. */
  private npm(path: string): string {
    const built = join(this.root, NPM, path)
    const [name, rest] = splitPackage(path)
    if (existsSync(join(this.root, NPM, name))) return built
    for (const modules of this.modules) {
      const manifest = readJson(join(modules, name, 'package.json')) as { miniprogram?: string } | undefined
      const folder = join(modules, name, manifest?.miniprogram ?? 'miniprogram_dist')
      if (manifest && existsSync(folder)) return join(folder, rest)
    }
    return built
  }

  /** The absolute path of a logical one. */
  absolute(logical: string): string {
    return logical.startsWith(NPM) ? this.npm(logical.slice(NPM.length)) : join(this.root, logical)
  }

  /**
   * The logical path of a reference.
   *
   * @param extension of the file sought; without such a file beside `from` the reference is to a package
   */
  resolve(from: string, written: string, extension: string): string {
    const target = this.withoutAlias(written)
    if (target.startsWith('/')) return target.slice(1)
    const neighbor = posix.join(posix.dirname(from), target)
    if (target.startsWith('.') || isFile(this.absolute(neighbor) + extension)) return neighbor
    return NPM + target
  }

  /** The script of a page or component; undefined if there is none. */
  componentScript(logical: string): string | undefined {
    const base = this.absolute(logical)
    return [`${base}.ts`, `${base}.js`].find(isFile)
  }

  /** Resolves a component in the JSON of `from`, a file or a folder with an index; undefined if there is none. */
  component(from: string, target: string): string | undefined {
    const path = this.resolve(from, target, '.json')
    return [path, `${path}/index`].find((candidate) => this.componentScript(candidate) !== undefined)
  }

  /** Resolves `require()` in the script `from`; a bare path is a sibling file before a package. */
  script(from: string, written: string): string | undefined {
    const path = this.withoutAlias(written)
    if (path.startsWith('/')) return scriptAt(this.absolute(path.slice(1)))
    const neighbor = scriptAt(join(dirname(from), path))
    return neighbor ?? (path.startsWith('.') ? undefined : scriptAt(this.npm(path)))
  }

  private withoutAlias(path: string): string {
    const alias = this.aliases.find(([from]) => path.startsWith(from))
    return alias ? `/${join(alias[1], path.slice(alias[0].length))}` : path
  }

  /** Whether a script belongs to an npm package. */
  isPackaged(file: string): boolean {
    return file.includes('/node_modules/') || file.startsWith(join(this.root, NPM))
  }

  /** A file's path in reports, relative to the program's root or to node_modules. */
  label(file: string): string {
    const npm = file.lastIndexOf('node_modules/')
    if (npm >= 0) return file.slice(npm + 'node_modules/'.length)
    return file.startsWith(this.root) ? file.slice(this.root.length + 1) : file
  }
}
