import { addProblem } from './problems'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { availableApis } from './apis'
import { bundle, type Overrides } from './bundle'
import { componentTag } from './component-tags'
import { entrySource } from './entry'
import { ELEMENTS, elementNames } from './folders'
import { type ComponentFiles, type Graph, readGraph } from './graph'
import { findProgram, isFile, Paths } from './paths'
import { type BuildReport, type Missing, missingFrom, unsupportedSettings } from './report'
import { Templates } from './templates'
import { usedApis } from './usage'
import { isWechatElement } from './wechat-elements'
import { wxssToCss } from './wxss'

export interface Build {
  /** The folder of app.json. */
  root: string
  /** In the order of app.json. */
  pages: readonly string[]
  /** app.js and app.css and their source maps, by file name. */
  files: ReadonlyMap<string, Uint8Array>
  report: BuildReport
}

/** The tags of components in a template -> the browser's tags. */
const componentTags = ({ config }: ComponentFiles): Map<string, string> =>
  new Map([
    ...Object.keys(config.componentGenerics ?? {}).map((tag): [string, string] => [tag, tag]),
    ...Object.keys(config.usingComponents ?? {}).map((tag): [string, string] => [tag, componentTag(tag)]),
  ])

function compileTemplates(paths: Paths, graph: Graph, elements: string[]): Templates {
  const templates = new Templates(paths)
  for (const component of graph.components) {
    templates.add(component.path, componentTags(component))
    for (const message of templates.problemsOf(component.path)) addProblem(graph.problems, component.path, message)
  }
  for (const name of elements)
    templates.addElement(`elements/${name}`, readFileSync(join(ELEMENTS, name, 'index.wxml'), 'utf8'))
  return templates
}

const describePlainTag = ({ name, files }: Missing): string =>
  `${files.join(', ')}: <${name}> is neither a declared component nor a WeChat element; only its content is shown`

/** Logical paths of the declared components that a template mentions, and the defaults of generic ones. */
function usedBy({ path, config }: ComponentFiles, templates: Templates): string[] {
  const named = Object.entries(config.usingComponents ?? {}).flatMap(([tag, target]) =>
    templates.names(path, tag) ? target : [],
  )
  const defaults = Object.values(config.componentGenerics ?? {}).flatMap((generic) =>
    generic === true ? [] : (generic.default ?? []),
  )
  return [...named, ...defaults].map((target) => target.slice(1))
}

/**
 * Builds a mini program for the browser.
 *
 * An error in a page or component is reported and breaks only that one, when it is used.
 *
 * @param folder the program, or a project whose project.config.json names it
 * @throws Error naming the file if app.json or theme.json is missing or cannot be parsed
 */
export async function buildProgram(folder: string, overrides: Overrides = {}): Promise<Build> {
  const paths = new Paths(findProgram(folder))
  const graph = readGraph(paths)
  const elements = elementNames()
  const templates = compileTemplates(paths, graph, elements)
  const known = new Set([...elements, ...templates.elements.keys()])
  const sheets = [...graph.components, { path: 'app', scope: '' }]
  const styles = new Map(
    sheets.map((sheet) => [
      sheet.path,
      wxssToCss(paths, sheet, known, (message) => addProblem(graph.problems, sheet.path, message)),
    ]),
  )
  const undeclared = missingFrom(templates.elements, new Set(elements), (file) => file)
  const missingElements = undeclared.filter(({ name }) => isWechatElement(name))
  const plainTags = undeclared.filter(({ name }) => !isWechatElement(name))
  const appScript = ['app.ts', 'app.js'].map((name) => join(paths.root, name)).find(isFile)
  const entries = new Set(
    [appScript, ...graph.components.map(({ script }) => script)].filter((path) => path !== undefined),
  )
  const source = entrySource({
    graph,
    templates: templates.code(),
    styles,
    uses: new Map(graph.components.map((component) => [component.path, usedBy(component, templates)])),
    appScript,
    elements,
    missingElements: missingElements.map(({ name }) => name),
    plainTags: plainTags.map(({ name }) => name),
  })
  const [{ files, scripts, problems }, available] = await Promise.all([
    bundle(source, paths, { entries, overrides }),
    availableApis(),
  ])
  templates.free()
  // Packages reference many APIs that the program never calls.
  const own = scripts.filter((file) => !file.endsWith('.json') && !paths.isPackaged(file))
  return {
    root: paths.root,
    pages: graph.app.pages,
    files: new Map(files.map((file) => [basename(file.path), file.contents])),
    report: {
      apis: missingFrom(await usedApis(own), available, (file) => paths.label(file)),
      elements: missingElements,
      settings: unsupportedSettings(graph.app),
      warnings: [...graph.warnings, ...templates.warnings, ...plainTags.map(describePlainTag)],
      problems: [...new Set([...[...graph.problems.values()].flat(), ...problems])],
    },
  }
}
