import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFile, type Paths, readJson } from './paths'

/** A page's or component's JSON, as far as the simulator reads it. */
export interface ComponentConfig {
  component?: boolean
  styleIsolation?: string
  addGlobalClass?: boolean
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  [key: string]: unknown
}

export interface AppConfig {
  pages: string[]
  usingComponents?: Record<string, string>
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  [key: string]: unknown
}

/** One page or component of the program. */
export interface ComponentFiles {
  /** Logical path. */
  path: string
  page: boolean
  /** Its JSON; usingComponents, the app's included, as absolute logical paths. */
  config: ComponentConfig
  /** Absolute path of its script. */
  script: string
  /** Prefix of its class names; empty where page and component share their styles. */
  scope: string
}

export interface Graph {
  app: AppConfig
  /** Every page and component, what is used before what uses it. */
  components: ComponentFiles[]
}

/** `styleIsolation` may also stand in the script, where only a look at the source can find it before it runs. */
function styleIsolation(config: ComponentConfig, script: string): string | undefined {
  return config.styleIsolation ?? /\bstyleIsolation\s*:\s*['"]([\w-]+)['"]/.exec(readFileSync(script, 'utf8'))?.[1]
}

function absoluteUses(paths: Paths, from: string, uses: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(uses).map(([tag, target]) => [tag, `/${paths.resolve(from, target, '.json')}`]),
  )
}

/**
 * Reads app.json and every page and component that it leads to.
 *
 * @throws Error naming the file where a page or component has no script, or its JSON cannot be read.
 */
export function readGraph(paths: Paths): Graph {
  const app = readJson(join(paths.root, 'app.json')) as AppConfig
  const sub = [...(app.subPackages ?? []), ...(app.subpackages ?? [])]
  app.pages = [...app.pages, ...sub.flatMap(({ root, pages }) => pages.map((page) => join(root, page)))]
  const appUses = absoluteUses(paths, 'app', app.usingComponents)
  const seen = new Set<string>()
  const components: ComponentFiles[] = []

  const visit = (path: string, page: boolean, user: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    const base = paths.absolute(path)
    const script = [`${base}.ts`, `${base}.js`].find(isFile)
    if (script === undefined) throw new Error(`${user}: "${path}" has no script (looked for ${base}.ts and .js)`)
    const config = (readJson(`${base}.json`) ?? {}) as ComponentConfig
    const usingComponents = { ...appUses, ...absoluteUses(paths, path, config.usingComponents) }
    const generics = Object.entries(config.componentGenerics ?? {}).map(([name, generic]): [string, typeof generic] => {
      if (generic === true || generic.default === undefined) return [name, generic]
      return [name, { default: `/${paths.resolve(path, generic.default, '.json')}` }]
    })
    const defaults = generics.flatMap(([, generic]) => (generic === true ? [] : (generic.default ?? [])))
    for (const target of [...Object.values(usingComponents), ...defaults]) visit(target.slice(1), false, `${path}.json`)
    const shared = /^(page-)?shared$/.test(styleIsolation(config, script) ?? '')
    const scope = config.component === true && !shared ? `c${components.length.toString(36)}` : ''
    const resolved = { ...config, usingComponents, componentGenerics: Object.fromEntries(generics) }
    components.push({ path, page, script, scope, config: resolved })
  }
  for (const page of app.pages) visit(page, true, 'app.json')
  return { app, components }
}
