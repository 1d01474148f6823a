import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { availableApis } from './apis'
import { bundle, type Overrides } from './bundle'
import { entrySource } from './entry'
import { ELEMENTS, elementNames } from './folders'
import { type Graph, readGraph } from './graph'
import { findProgram, isFile, Paths } from './paths'
import { type BuildReport, missingFrom, unsupportedSettings } from './report'
import { Templates } from './templates'
import { usedApis } from './usage'
import { wxssToCss } from './wxss'

export interface Build {
  /** The mini program's folder, where app.json is. */
  root: string
  /** Paths of its pages, in the order of app.json. */
  pages: readonly string[]
  /** File name -> content: app.js and app.css, and their maps. */
  files: ReadonlyMap<string, Uint8Array>
  report: BuildReport
}

const componentTags = ({ components }: Graph): Set<string> =>
  new Set(
    components.flatMap(({ config }) => [
      ...Object.keys(config.usingComponents ?? {}),
      ...Object.keys(config.componentGenerics ?? {}),
    ]),
  )

function compileTemplates(paths: Paths, graph: Graph, elements: string[]): Templates {
  const templates = new Templates(paths, componentTags(graph))
  for (const { path } of graph.components) templates.add(path)
  for (const name of elements)
    templates.addElement(`elements/${name}`, readFileSync(join(ELEMENTS, name, 'index.wxml'), 'utf8'))
  return templates
}

/**
 * Builds a mini program for the browser.
 *
 * @param folder the program, or a project whose project.config.json says where the program is.
 * @throws Error naming the file that is wrong.
 */
export async function buildProgram(folder: string, overrides: Overrides = {}): Promise<Build> {
  const paths = new Paths(findProgram(folder))
  const graph = readGraph(paths)
  const elements = elementNames()
  const templates = compileTemplates(paths, graph, elements)
  const known = new Set([...elements, ...templates.elements.keys()])
  const sheets = [...graph.components, { path: 'app', scope: '' }]
  const styles = new Map(sheets.map((sheet) => [sheet.path, wxssToCss(paths, sheet, known)]))
  const missingElements = missingFrom(templates.elements, new Set(elements), (file) => file)
  const appScript = ['app.ts', 'app.js'].map((name) => join(paths.root, name)).find(isFile)
  const entries = new Set([...graph.components.map(({ script }) => script), ...(appScript ? [appScript] : [])])
  const source = entrySource({
    graph,
    templates: templates.code(),
    styles,
    appScript,
    elements,
    missingElements: missingElements.map(({ name }) => name),
  })
  const [{ files, scripts }, available] = await Promise.all([
    bundle(source, paths, { entries, overrides }),
    availableApis(),
  ])
  templates.free()
  return {
    root: paths.root,
    pages: graph.app.pages,
    files: new Map(files.map((file) => [basename(file.path), file.contents])),
    report: {
      apis: missingFrom(await usedApis(scripts.filter((file) => !file.endsWith('.json'))), available, (file) =>
        paths.label(file),
      ),
      elements: missingElements,
      settings: unsupportedSettings(graph.app),
      warnings: [...graph.warnings, ...templates.warnings],
    },
  }
}
