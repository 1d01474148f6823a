import { showErrorInPlace } from './error-placeholder'
import { templateOf } from './template'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Program, ProgramComponent } from '../program'
import type { PhoneBackend } from './backend'
import { BuiltInBehaviors, type WrittenDefinition } from './behaviors'
import { reportError, showError } from './errors'

/** Runs the script of a page or component on first use, so that a broken one affects no other. */
export class Loader {
  private readonly components: ReadonlyMap<string, ProgramComponent>
  private readonly loaded = new Set<string>()
  private readonly behaviors: BuiltInBehaviors
  /** The component whose script is running. */
  private running: ProgramComponent | undefined

  constructor(
    private readonly space: CodeSpace,
    private readonly window: PhoneBackend,
    private readonly program: Program,
  ) {
    this.behaviors = new BuiltInBehaviors(space)
    this.components = new Map(program.components.map((component) => [component.path, component]))
    // Set once, before any script: some programs wrap these functions.
    Object.assign(globalThis, {
      Page: (definition: WrittenDefinition) => this.register('Page', definition),
      Component: (definition: WrittenDefinition) => this.register('Component', definition),
      Behavior: this.behaviorConstructor(),
    })
  }

  /** Loads a page or component after everything it uses. */
  load(path: string): void {
    const component = this.components.get(path)
    if (!component || this.loaded.has(path)) return
    this.loaded.add(path)
    for (const used of component.uses) this.load(used)
    this.prepare(component)
    component.problems.forEach(showError)
    try {
      this.run(component)
      if (!this.isRegistered(path)) throw new Error(`${path}: its script registers no page or component`)
    } catch (error) {
      reportError(error)
      if (!this.isRegistered(path)) showErrorInPlace(this.space, this.program, component, error)
    }
  }

  private prepare({ path, page, config, css, scope }: ProgramComponent): void {
    const { space, window, program } = this
    space.addComponentStaticConfig(path, config)
    space.addCompiledTemplate(path, templateOf(program.templates, path))
    window.registerStyleSheetContent(path, css)
    if (page) window.enableStyleSheet(path, false)
    space.addStyleSheet(path, path, scope || undefined)
  }

  private run(component: ProgramComponent): void {
    this.running = component
    try {
      component.load()
    } finally {
      this.running = undefined
    }
  }

  private isRegistered(path: string): boolean {
    return this.space.getComponentSpace().getComponentByUrlWithoutDefault(path, '') !== null
  }

  /** @throws Error if no page's or component's script is running */
  private register(name: 'Page' | 'Component', definition: WrittenDefinition): void {
    const { space, running } = this
    if (!running) throw new Error(`${name}() is called outside of a script of a page or component`)
    const { path, config } = running
    const full = this.behaviors.resolve(definition)
    space.componentEnv(path, ({ Page, Component }) => {
      if (name === 'Page') {
        Page(full)
        return
      }
      // glass-easel reads these two from the JSON only.
      const { addGlobalClass, styleIsolation = config.styleIsolation } = definition.options ?? {}
      const options = { ...(addGlobalClass && { addGlobalClass }), ...(styleIsolation && { styleIsolation }) }
      space.addComponentStaticConfig(path, { ...config, ...options })
      Component(full)
    })
  }

  /** The global `Behavior`. */
  private behaviorConstructor(): object {
    return this.space.componentEnv('', ({ Behavior }) =>
      Object.assign((definition: WrittenDefinition) => Behavior(this.behaviors.resolve(definition)), Behavior),
    )
  }
}
