import { addProblem, type Problems } from './problems'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { posix } from 'node:path'
import type * as Compiler from 'glass-easel-template-compiler'
import { elementTag } from '../browser/elements/tag'
import { messageOf } from '../error-message'
import { isFile, type Paths } from './paths'
import { failingModule } from './script'
import { rewriteTags } from './tags'
import { stripWxs, WXS_RUNTIME, wxsRequires, wxsToJavaScript } from './wxs'

// A CommonJS module that loads its own .wasm: only require finds its named exports.
const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler') as { TmplGroup: new () => Group }

/** The compiler declares these results as `any`. */
interface Group extends Compiler.TmplGroup {
  addTmpl(path: string, source: string): Finding[]
  getDirectDependencies(path: string): string[]
  getScriptDependencies(path: string): string[]
  getInlineScriptModuleNames(path: string): string[]
}

interface Finding {
  isError: boolean
  message: string
  path: string
  /** From 0 */
  startLine: number
  startColumn: number
}

/** An error of the compiler that WeChat ignores: children of a slot are never shown. */
const IGNORED_ERROR = 'child nodes are not allowed'

/** Every template and WXS module of a program, compiled together. */
export class Templates {
  private readonly group = new TmplGroup()
  private readonly added = new Set<string>()
  private readonly sources = new Map<string, string>()
  readonly warnings: string[] = []
  /** Compile errors by template; the rest of the template is compiled. */
  private readonly problems: Problems = new Map()
  /** Tags without a declared component -> the templates that use them. */
  readonly elements = new Map<string, Set<string>>()

  constructor(private readonly paths: Paths) {
    this.group.setExtraRuntimeScript(WXS_RUNTIME)
  }

  /**
   * Adds a template of the program and everything it imports.
   *
   * @param componentTags the tags of components -> the browser's tags
   */
  add(path: string, componentTags: ReadonlyMap<string, string>): void {
    if (this.added.has(path)) return
    this.added.add(path)
    const file = `${this.paths.absolute(path)}.wxml`
    const source = isFile(file) ? readFileSync(file, 'utf8') : ''
    this.sources.set(path, source)
    this.compile(path, rewriteTags(source, this.renameIn(path, componentTags)), source)
    for (const name of this.group.getInlineScriptModuleNames(path))
      this.group.setInlineScript(path, name, this.script(path, this.group.getInlineScript(path, name)))
    for (const script of this.group.getScriptDependencies(path)) this.addScript(path, stripWxs(script))
    for (const template of this.group.getDirectDependencies(path)) this.add(template, componentTags)
  }

  /** Adds the template of a built-in element, whose tags are the browser's. */
  addElement(path: string, source: string): void {
    this.compile(path, source, source)
  }

  /** A JavaScript expression that maps each path to its template. */
  code(): string {
    return this.group.getTmplGenObjectGroups()
  }

  /** Compile errors of a template and its imports. */
  problemsOf(path: string): string[] {
    return this.withImported(path).flatMap((one) => this.problems.get(one) ?? [])
  }

  /** Whether a template or one of its imports mentions a component, as a tag or for a generic one. */
  names(path: string, tag: string): boolean {
    return this.withImported(path).some((one) => this.sources.get(one)?.includes(tag))
  }

  private withImported(path: string, found = new Set<string>()): string[] {
    if (found.has(path)) return []
    found.add(path)
    const imported = this.group.getDirectDependencies(path)
    return [path, ...imported.flatMap((other) => this.withImported(other, found))]
  }

  free(): void {
    this.group.free()
  }

  private renameIn(path: string, componentTags: ReadonlyMap<string, string>): (tag: string) => string {
    return (tag) => {
      const component = componentTags.get(tag)
      if (component !== undefined) return component
      this.elements.set(tag, (this.elements.get(tag) ?? new Set()).add(`${path}.wxml`))
      return elementTag(tag)
    }
  }

  private compile(path: string, source: string, original: string): void {
    const findings = this.group.addTmpl(path, source)
    for (const { isError, message, startLine, startColumn } of findings) {
      const where = original.split('\n')[startLine]?.trim().slice(0, 80) ?? ''
      const text = `${path}.wxml:${startLine + 1}:${startColumn + 1} ${message}: ${where}`
      if (isError && !message.startsWith(IGNORED_ERROR)) addProblem(this.problems, path, text)
      else this.warnings.push(text)
    }
  }

  /** @param user the template that imports the script, directly or not */
  private addScript(user: string, path: string): void {
    if (this.added.has(`${path}.wxs`)) return
    this.added.add(`${path}.wxs`)
    const file = `${this.paths.absolute(path)}.wxs`
    if (!isFile(file)) {
      this.addFailing(user, path, `${path}.wxs: no such file`)
      return
    }
    const source = readFileSync(file, 'utf8')
    this.group.addScript(path, this.script(user, source, path))
    for (const target of wxsRequires(source))
      this.addScript(user, stripWxs(target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target)))
  }

  private addFailing(user: string, path: string, message: string): void {
    addProblem(this.problems, user, message)
    this.group.addScript(path, failingModule(message))
  }

  /** A WXS module as JavaScript that throws if it cannot be parsed. `path` is undefined for an inline module. */
  private script(user: string, source: string, path?: string): string {
    try {
      return wxsToJavaScript(source)
    } catch (error) {
      const file = path === undefined ? `${user}.wxml` : `${path}.wxs`
      const message = `${file}: ${messageOf(error)}`
      addProblem(this.problems, user, message)
      return failingModule(message)
    }
  }
}
