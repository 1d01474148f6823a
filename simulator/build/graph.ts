import { addProblem, type Problems } from './problems'
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
  tabBar?: { custom?: boolean }
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
  /** Absolute path of its script; undefined where there is none. */
  script: string | undefined
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
  /** What else is wrong, by the page or component that suffers from it. */
  problems: Problems
}

/** `styleIsolation` may also stand in the script, where only a look at the source can find it before it runs. */
function styleIsolation(config: ComponentConfig, script: string | undefined): string | undefined {
  if (config.styleIsolation !== undefined || script === undefined) return config.styleIsolation
  return /\bstyleIsolation\s*:\s*['"]([\w-]+)['"]/.exec(readFileSync(script, 'utf8'))?.[1]
}

/** A page's or component's JSON; empty where it cannot be read, which is told. */
function readConfig(path: string, report: (message: string) => void): ComponentConfig {
  try {
    return (readJson(path) ?? {}) as ComponentConfig
  } catch (error) {
    report(error instanceof Error ? error.message : String(error))
    return {}
  }
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
 * @throws Error naming the file where app.json cannot be read, or theme.json is missing or cannot be read.
 */
export function readGraph(paths: Paths): Graph {
  const app = readJson(join(paths.root, 'app.json')) as AppConfig
  const sub = [...(app.subPackages ?? []), ...(app.subpackages ?? [])]
  app.pages = [...app.pages, ...sub.flatMap(({ root, pages }) => pages.map((page) => join(root, page)))]
  const warnings: string[] = []
  const problems: Problems = new Map()
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

  const visit = (path: string, page: boolean): void => {
    if (seen.has(path)) return
    seen.add(path)
    const base = paths.absolute(path)
    const script = paths.componentScript(path)
    if (script === undefined) addProblem(problems, path, `app.json: "${path}" has no script`)
    const config = readConfig(`${base}.json`, (message) => addProblem(problems, path, message))
    const usingComponents = { ...appUses, ...absoluteUses(path, config.usingComponents) }
    const generics = Object.entries(config.componentGenerics ?? {}).map(([name, generic]): [string, typeof generic] => {
      if (generic === true || generic.default === undefined) return [name, generic]
      const found = find(path, name, generic.default)
      return [name, found === undefined ? true : { default: found }]
    })
    const defaults = generics.flatMap(([, generic]) => (generic === true ? [] : (generic.default ?? [])))
    for (const target of [...Object.values(usingComponents), ...defaults]) visit(target.slice(1), false)
    const shared = /^(page-)?shared$/.test(styleIsolation(config, script) ?? '')
    const scope = config.component === true && !shared ? `c${components.length.toString(36)}` : ''
    const resolved = { ...config, usingComponents, componentGenerics: Object.fromEntries(generics) }
    components.push({ path, page, script, scope, config: resolved })
  }
  for (const page of app.pages) visit(page, true)
  if (app.tabBar?.custom === true) visit('custom-tab-bar/index', false)
  return { app, theme: readTheme(paths, app), components, warnings, problems }
}
