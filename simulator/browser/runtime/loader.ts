import { showErrorInPlace } from './error-placeholder'
import type { CodeSpace, glassEasel, types } from 'glass-easel-miniprogram-adapter'
import type { Program, ProgramComponent } from '../program'
import type { PhoneBackend } from './backend'
import { namedBehaviors, withBehaviors } from './behaviors'
import { reportError, showError } from './errors'

type Definition = types.GeneralComponentDefinition & {
  options?: { addGlobalClass?: boolean; styleIsolation?: types.ComponentStaticConfig['styleIsolation'] }
}

/** Runs the scripts of pages and components when they are first used: what is wrong with one takes down only that. */
export class Loader {
  private readonly components: ReadonlyMap<string, ProgramComponent>
  private readonly loaded = new Set<string>()
  /** What the script that runs belongs to. */
  private running: ProgramComponent | undefined

  constructor(
    private readonly space: CodeSpace,
    private readonly window: PhoneBackend,
    private readonly program: Program,
  ) {
    this.components = new Map(program.components.map((component) => [component.path, component]))
    // Once, and before any script: some programs put a function of their own in the place of one.
    Object.assign(globalThis, {
      Page: (definition: Definition) => this.register('Page', definition),
      Component: (definition: Definition) => this.register('Component', definition),
      Behavior: this.behaviors(),
    })
  }

  /** Loads a page or component with all that it uses, that first; once. */
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
    space.addCompiledTemplate(path, {
      groupList: program.templates,
      content: program.templates[path],
    } as unknown as glassEasel.template.ComponentTemplate)
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

  /** @throws Error where no script of a page or component runs. */
  private register(name: 'Page' | 'Component', definition: Definition): void {
    const { space, running } = this
    if (!running) throw new Error(`${name}() is called outside of a script of a page or component`)
    const { path, config } = running
    const full = withBehaviors(definition, namedBehaviors(space))
    space.componentEnv(path, ({ Page, Component }) => {
      if (name === 'Page') {
        Page(full as never)
        return
      }
      // The engine reads these two from the JSON only.
      const { addGlobalClass, styleIsolation = config.styleIsolation } = definition.options ?? {}
      const options = { ...(addGlobalClass && { addGlobalClass }), ...(styleIsolation && { styleIsolation }) }
      space.addComponentStaticConfig(path, { ...config, ...options })
      Component(full)
    })
  }

  /** The global `Behavior`. */
  private behaviors(): object {
    const behaviors = namedBehaviors(this.space)
    return this.space.componentEnv('', ({ Behavior }) =>
      Object.assign((definition: Definition) => Behavior(withBehaviors(definition, behaviors)), Behavior),
    )
  }
}
