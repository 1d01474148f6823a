import { join } from 'node:path'
import { BROWSER, ELEMENTS } from './folders'
import { componentTag } from './component-tags'
import type { ComponentConfig, ComponentFiles, Graph } from './graph'

interface EntryParts {
  graph: Graph
  /** JavaScript of all templates. */
  templates: string
  /** CSS by logical path; `app` is app.wxss. */
  styles: ReadonlyMap<string, string>
  /** Logical paths of the components that each page or component may use. */
  uses: ReadonlyMap<string, readonly string[]>
  /** Absolute path of app.ts or app.js; undefined if there is none. */
  appScript: string | undefined
  elements: string[]
  /** WeChat elements that the program uses and the simulator lacks. */
  missingElements: string[]
  /** Tags that are neither components nor WeChat elements. */
  plainTags: string[]
}

const json = JSON.stringify

/** Adds the browser's tags, which templates use; generic components use the program's. */
function withBrowserTags(config: ComponentConfig): ComponentConfig {
  const uses = Object.entries(config.usingComponents ?? {})
  const renamed = uses.map(([tag, path]): [string, string] => [componentTag(tag), path])
  return { ...config, usingComponents: Object.fromEntries([...uses, ...renamed]) }
}

interface ComponentParts {
  css: string | undefined
  uses: readonly string[] | undefined
  problems: readonly string[] | undefined
}

const component = (
  { path, page, config, scope, script }: ComponentFiles,
  { css = '', uses = [], problems = [] }: ComponentParts,
): string =>
  `{ path: ${json(path)}, page: ${page}, scope: ${json(scope)}, config: ${json(withBrowserTags(config))}, css: ${json(css)},
    uses: ${json(uses)}, problems: ${json(problems)}, load: () => { ${script === undefined ? '' : `require(${json(script)})`} } }`

/** Source of the bundle's entry module, which starts the program. */
export function entrySource({
  graph,
  templates,
  styles,
  uses,
  appScript,
  elements,
  missingElements,
  plainTags,
}: EntryParts): string {
  const partsOf = ({ path }: ComponentFiles): ComponentParts => ({
    css: styles.get(path),
    uses: uses.get(path),
    problems: graph.problems.get(path),
  })
  const element = (
    name: string,
    index: number,
  ): string => `import { element as e${index} } from ${json(join(ELEMENTS, name))}
import ${json(join(ELEMENTS, name, 'index.css'))}`
  return `import { boot } from ${json(join(BROWSER, 'boot'))}
import ${json(join(BROWSER, 'app.css'))}
${elements.map(element).join('\n')}
boot({
  app: ${json(graph.app)},
  theme: ${graph.theme === undefined ? 'undefined' : json(graph.theme)},
  templates: ${templates},
  css: ${json(styles.get('app') ?? '')},
  problems: ${json(graph.problems.get('app') ?? [])},
  start: () => { ${appScript === undefined ? '' : `require(${json(appScript)})`} },
  components: [${graph.components.map((files) => component(files, partsOf(files))).join(',\n')}],
  elements: { ${elements.map((name, index) => `${json(name)}: e${index}`).join(', ')} },
  missingElements: ${json(missingElements)},
  plainTags: ${json(plainTags)},
})`
}
