import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Paths, readJson } from './paths'

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
  /** Path of theme.json. */
  themeLocation?: string
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
  /** theme.json */
  theme: unknown
  /** Every page and component, what is used before what uses it. */
  components: ComponentFiles[]
  /** Components that are named and not there: plugins, extended libraries, slips. Their tags become unknown elements. */
  warnings: string[]
}

/** `styleIsolation` may also stand in the script, where only a look at the source can find it before it runs. */
function styleIsolation(config: ComponentConfig, script: string): string | undefined {
  return config.styleIsolation ?? /\bstyleIsolation\s*:\s*['"]([\w-]+)['"]/.exec(readFileSync(script, 'utf8'))?.[1]
}

function readTheme({ root }: Paths, { themeLocation }: AppConfig): unknown {
  if (themeLocation === undefined) return undefined
  const theme = readJson(join(root, themeLocation))
  if (theme === undefined) throw new Error(`app.json: themeLocation "${themeLocation}" does not exist`)
  return theme
}

/**
 * Reads app.json and every page and component that it leads to.
 *
 * @throws Error naming the file where a page has no script, or a JSON file is missing or cannot be read.
 */
export function readGraph(paths: Paths): Graph {
  const app = readJson(join(paths.root, 'app.json')) as AppConfig
  const sub = [...(app.subPackages ?? []), ...(app.subpackages ?? [])]
  app.pages = [...app.pages, ...sub.flatMap(({ root, pages }) => pages.map((page) => join(root, page)))]
  const warnings: string[] = []
  const find = (from: string, tag: string, target: string): string | undefined => {
    const found = paths.component(from, target)
    if (found === undefined) warnings.push(`${from}.json: "${target}" for <${tag}> was not found`)
    return found && `/${found}`
  }
  const absoluteUses = (from: string, uses: Record<string, string> = {}): Record<string, string> =>
    Object.fromEntries(
      Object.entries(uses).flatMap(([tag, target]) => {
        const found = find(from, tag, target)
        return found === undefined ? [] : [[tag, found]]
      }),
    )
  const appUses = absoluteUses('app', app.usingComponents)
  const seen = new Set<string>()
  const components: ComponentFiles[] = []

  const visit = (path: string, page: boolean, user: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    const base = paths.absolute(path)
    const script = paths.componentScript(path)
    if (script === undefined) throw new Error(`${user}: "${path}" has no script (looked for ${base}.ts and .js)`)
    const config = (readJson(`${base}.json`) ?? {}) as ComponentConfig
    const usingComponents = { ...appUses, ...absoluteUses(path, config.usingComponents) }
    const generics = Object.entries(config.componentGenerics ?? {}).map(([name, generic]): [string, typeof generic] => {
      if (generic === true || generic.default === undefined) return [name, generic]
      const found = find(path, name, generic.default)
      return [name, found === undefined ? true : { default: found }]
    })
    const defaults = generics.flatMap(([, generic]) => (generic === true ? [] : (generic.default ?? [])))
    for (const target of [...Object.values(usingComponents), ...defaults]) visit(target.slice(1), false, `${path}.json`)
    const shared = /^(page-)?shared$/.test(styleIsolation(config, script) ?? '')
    const scope = config.component === true && !shared ? `c${components.length.toString(36)}` : ''
    const resolved = { ...config, usingComponents, componentGenerics: Object.fromEntries(generics) }
    components.push({ path, page, script, scope, config: resolved })
  }
  for (const page of app.pages) visit(page, true, 'app.json')
  return { app, theme: readTheme(paths, app), components, warnings }
}
