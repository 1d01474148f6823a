import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'

const NPM = 'miniprogram_npm/'

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/**
 * @returns the parsed file, or undefined where there is none.
 * @throws Error naming the file where it is not JSON.
 */
export function readJson(path: string): unknown {
  if (!isFile(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/**
 * The mini program's folder: the given one, or the `miniprogramRoot` of its project.config.json.
 *
 * @throws Error where there is no app.json.
 */
export function findProgram(folder: string): string {
  const config = readJson(join(folder, 'project.config.json')) as { miniprogramRoot?: string } | undefined
  const root = [folder, join(folder, config?.miniprogramRoot ?? '.')].find((path) => isFile(join(path, 'app.json')))
  if (root === undefined) throw new Error(`${folder}: no app.json, so no mini program`)
  return resolve(root)
}

/** The script that a path without extension means; undefined where there is none. */
export const scriptAt = (base: string): string | undefined =>
  ['', '.ts', '.js', '/index.ts', '/index.js'].map((end) => base + end).find(isFile)

const ancestors = (folder: string): string[] =>
  folder === dirname(folder) ? [folder] : [folder, ...ancestors(dirname(folder))]

const splitPackage = (path: string): [name: string, rest: string] => {
  const parts = path.split('/')
  const count = path.startsWith('@') ? 2 : 1
  return [parts.slice(0, count).join('/'), parts.slice(count).join('/')]
}

/**
 * Paths inside one mini program. A "logical" path is what WeChat calls the file, from the program's root and
 * without extension (`pages/home/index`, `miniprogram_npm/@vant/weapp/button/index`).
 */
export class Paths {
  private readonly modules: string[]

  constructor(readonly root: string) {
    this.modules = [...ancestors(root), ...ancestors(import.meta.dirname)].map((folder) => join(folder, 'node_modules'))
  }

  /** Where an npm path lies on disk: DevTools' npm build if there is one, else the package's own mini program folder. */
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

  /** What `target`, as written in the file `from`, names: `extension` decides between a neighbor and a package. */
  resolve(from: string, target: string, extension: string): string {
    if (target.startsWith('/')) return target.slice(1)
    const neighbor = posix.join(posix.dirname(from), target)
    if (target.startsWith('.') || isFile(this.absolute(neighbor) + extension)) return neighbor
    return NPM + target
  }

  /** The script of a page or component; undefined where there is none. */
  componentScript(logical: string): string | undefined {
    const base = this.absolute(logical)
    return [`${base}.ts`, `${base}.js`].find(isFile)
  }

  /** The component that `target` in the JSON of `from` names, a folder with an index included; undefined for none. */
  component(from: string, target: string): string | undefined {
    const path = this.resolve(from, target, '.json')
    return [path, `${path}/index`].find((candidate) => this.componentScript(candidate) !== undefined)
  }

  /** The script that `require(path)` means, for absolute paths and mini program packages; else undefined. */
  script(path: string): string | undefined {
    const base = path.startsWith('/') ? this.absolute(path.slice(1)) : this.npm(path)
    return scriptAt(base)
  }

  /** How a report names a file: from the program's root, or from its node_modules. */
  label(file: string): string {
    const npm = file.lastIndexOf('node_modules/')
    if (npm >= 0) return file.slice(npm + 'node_modules/'.length)
    return file.startsWith(this.root) ? file.slice(this.root.length + 1) : file
  }
}
