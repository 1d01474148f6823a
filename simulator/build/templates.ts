import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { posix } from 'node:path'
import type * as Compiler from 'glass-easel-template-compiler'
import { isFile, type Paths } from './paths'
import { elementTag, rewriteTags } from './tags'
import { stripWxs, WXS_RUNTIME, wxsRequires, wxsToJavaScript } from './wxs'

// A CommonJS module that loads its own .wasm: only require finds its named exports.
const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler') as typeof Compiler

interface Finding {
  isError: boolean
  message: string
  path: string
  /** From 0. */
  startLine: number
  startColumn: number
}

/** Every template and WXS module of a program, compiled together. */
export class Templates {
  private readonly group = new TmplGroup()
  private readonly seen = new Set<string>()
  readonly warnings: string[] = []
  /** Tags that no component is declared for, each with the templates that use it. */
  readonly elements = new Map<string, Set<string>>()

  /** @param componentTags every tag that the program declares a component for. */
  constructor(
    private readonly paths: Paths,
    private readonly componentTags: ReadonlySet<string>,
  ) {
    this.group.setExtraRuntimeScript(WXS_RUNTIME)
  }

  /**
   * Adds a template of the program and all that it imports.
   *
   * @throws Error naming file, line and column where it cannot be compiled.
   */
  add(path: string): void {
    if (this.seen.has(path)) return
    this.seen.add(path)
    const file = `${this.paths.absolute(path)}.wxml`
    const source = isFile(file) ? readFileSync(file, 'utf8') : ''
    this.compile(path, rewriteTags(source, this.renameIn(path)), source)
    for (const name of this.group.getInlineScriptModuleNames(path) as string[])
      this.group.setInlineScript(path, name, this.script(`${path}.wxml`, this.group.getInlineScript(path, name)))
    for (const script of this.group.getScriptDependencies(path) as string[]) this.addScript(stripWxs(script))
    for (const template of this.group.getDirectDependencies(path) as string[]) this.add(template)
  }

  /** Adds the template of a built-in element, in which tags are the browser's own. */
  addElement(path: string, source: string): void {
    this.compile(path, source, source)
  }

  /** JavaScript whose value maps each path to its template. */
  code(): string {
    return this.group.getTmplGenObjectGroups()
  }

  free(): void {
    this.group.free()
  }

  private renameIn(path: string): (tag: string) => string {
    return (tag) => {
      if (this.componentTags.has(tag)) return tag
      this.elements.set(tag, (this.elements.get(tag) ?? new Set()).add(`${path}.wxml`))
      return elementTag(tag)
    }
  }

  private compile(path: string, source: string, original: string): void {
    const findings = this.group.addTmpl(path, source) as Finding[]
    for (const { isError, message, startLine, startColumn } of findings) {
      const where = original.split('\n')[startLine]?.trim().slice(0, 80) ?? ''
      const text = `${path}.wxml:${startLine + 1}:${startColumn + 1} ${message}: ${where}`
      if (isError) throw new Error(text)
      this.warnings.push(text)
    }
  }

  private addScript(path: string): void {
    if (this.seen.has(`${path}.wxs`)) return
    this.seen.add(`${path}.wxs`)
    const file = `${this.paths.absolute(path)}.wxs`
    if (!isFile(file)) throw new Error(`${path}.wxs: no such file (looked for ${file})`)
    const source = readFileSync(file, 'utf8')
    this.group.addScript(path, this.script(`${path}.wxs`, source))
    for (const target of wxsRequires(source))
      this.addScript(stripWxs(target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target)))
  }

  private script(file: string, source: string): string {
    try {
      return wxsToJavaScript(source)
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
}
