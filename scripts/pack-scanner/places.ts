import { createRequire } from 'node:module'
import { dirname, join, posix, relative } from 'node:path'
import { MINIPROGRAM } from '../paths'

const { resolve } = createRequire(import.meta.url)

/** Components from npm. */
export const VANT = join(dirname(resolve('@vant/weapp/package.json')), 'lib')
const VANT_PREFIX = '@vant/weapp/'

/** Source of the part for the host's main package. */
const MAIN = 'scanner/'
/** The subpackage. */
export const FLOW = 'flow'

/** Pages of the subpackage; the first is its entry. */
export const PAGES = ['scanner', 'camera', 'album', 'confirm', 'picture', 'crop'].map((name) => `pages/${name}/index`)

/** Path of a source file in the packed folder. */
export function placeOf(file: string): string {
  if (file.startsWith(`${VANT}/`)) return posix.join(FLOW, 'vant', relative(VANT, file))
  const path = relative(MINIPROGRAM, file)
  return path.startsWith(MAIN) ? path.slice(MAIN.length) : posix.join(FLOW, path)
}

/** Relative path between two packed files, given by their sources. */
export function pathBetween(from: string, to: string): string {
  const path = posix.relative(posix.dirname(placeOf(from)), placeOf(to))
  return path.startsWith('.') ? path : `./${path}`
}

/** Resolves a reference in a source file; keeps a missing extension missing. */
export const sourceOf = (from: string, target: string): string =>
  target.startsWith(VANT_PREFIX) ? join(VANT, target.slice(VANT_PREFIX.length)) : join(dirname(from), target)
