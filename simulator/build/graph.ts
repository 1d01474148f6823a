import { addProblem, type Problems } from './problems'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf } from '../error-message'
import { type Paths, readJson } from './paths'

/** The JSON of a page or component. */
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
  /** Its JSON; `usingComponents` includes the app's and holds absolute logical paths. */
  config: ComponentConfig
  /** Absolute path of its script; undefined if there is none. */
  script: string | undefined
  /** Prefix of its class names; empty if it shares its styles with the page. */
  scope: string
}

export interface Graph {
  app: AppConfig
  /** theme.json */
  theme: unknown
  /** Every page and component, dependencies first. */
  components: ComponentFiles[]
  /** References to components that were not found, plugins for example; their tags become unknown elements. */
  warnings: string[]
  /** Other errors, by page or component. */
  problems: Problems
}

/** `styleIsolation` of the JSON, else of the script, which has not run yet and is searched as text. */
function styleIsolation(config: ComponentConfig, script: string | undefined): string | undefined {
  if (config.styleIsolation !== undefined || script === undefined) return config.styleIsolation
  return /\bstyleIsolation\s*:\s*['"]([\w-]+)['"]/.exec(readFileSync(script, 'utf8'))?.[1]
}

/** The JSON of a page or component; `{}` if it cannot be parsed, which is reported. */
function readConfig(path: string, report: (message: string) => void): ComponentConfig {
  try {
    return (readJson(path) ?? {}) as ComponentConfig
  } catch (error) {
    report(messageOf(error))
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
 * Reads app.json and every page and component reachable from it.
 *
 * @throws Error naming the file if app.json or theme.json is missing or cannot be parsed
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
  const visited = new Set<string>()
  const components: ComponentFiles[] = []

  const visit = (path: string, page: boolean): void => {
    if (visited.has(path)) return
    visited.add(path)
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
