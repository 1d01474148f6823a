import { createRequire } from 'node:module'
import { dirname, join, posix, relative } from 'node:path'
import { MINIPROGRAM } from '../paths'

const { resolve } = createRequire(import.meta.url)

/** Mini program folder of the components that come from npm. */
export const VANT = join(dirname(resolve('@vant/weapp/package.json')), 'lib')
const VANT_PREFIX = '@vant/weapp/'

/** Part of the folder that lies in the main package of the program it is copied to. */
const MAIN = 'scanner/'
/** The subpackage. */
export const FLOW = 'flow'

/** Pages of the subpackage, the first one first. */
export const PAGES = ['scanner', 'camera', 'album', 'confirm', 'picture', 'crop'].map((name) => `pages/${name}/index`)

/** Where a source file lies in the packed folder. */
export function placeOf(file: string): string {
  if (file.startsWith(`${VANT}/`)) return posix.join(FLOW, 'vant', relative(VANT, file))
  const path = relative(MINIPROGRAM, file)
  return path.startsWith(MAIN) ? path.slice(MAIN.length) : posix.join(FLOW, path)
}

/** How one packed file names another, both given by their source. */
export function pathBetween(from: string, to: string): string {
  const path = posix.relative(posix.dirname(placeOf(from)), placeOf(to))
  return path.startsWith('.') ? path : `./${path}`
}

/** The source file, without its extension where none is written, that `target` names in `from`. */
export const sourceOf = (from: string, target: string): string =>
  target.startsWith(VANT_PREFIX) ? join(VANT, target.slice(VANT_PREFIX.length)) : join(dirname(from), target)
