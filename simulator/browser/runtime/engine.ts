import {
  type AssociatedBackend,
  type CodeSpace,
  glassEasel,
  MiniProgramEnv,
  type types,
} from 'glass-easel-miniprogram-adapter'
import { registerElements } from '../elements/register'
import type { Program, ProgramComponent } from '../program'
import { PhoneBackend } from './backend'
import { namedBehaviors, withBehaviors } from './behaviors'
import { reportError } from './errors'
import { passOverGone } from './gone'
import { markLaidOut, startMeter } from './meter'
import { patchIntersections } from './intersection'
import { patchQueries } from './query'
import { dispatch, listenToTouches } from './touch'

export interface Engine {
  space: CodeSpace
  backend: AssociatedBackend
  window: PhoneBackend
}

type Definition = types.GeneralComponentDefinition & {
  options?: { addGlobalClass?: boolean; styleIsolation?: types.ComponentStaticConfig['styleIsolation'] }
}

/** Prepares glass-easel and registers the built-in elements. */
export function startEngine(program: Program): Engine {
  // vant's components have a property called `dataset`, which the element has too.
  glassEasel.globalOptions.writeFieldsToNode = false
  glassEasel.addGlobalErrorListener((error) => {
    reportError(error)
    return false
  })
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  const window = new PhoneBackend()
  const backend = env.associateBackend(window)
  window.onEvent((target, type, detail, { originalEvent }) => {
    dispatch(target, type, originalEvent as Event, detail)
  })
  listenToTouches()
  patchQueries()
  patchIntersections()
  passOverGone()
  startMeter()
  space.setOverallBehavior(readyBehavior(space))
  registerElements(space, program)
  window.registerStyleSheetContent('app', program.css)
  return { space, backend, window }
}

/** The engine leaves `ready` to its host: a component is ready once its page has been laid out. */
function readyBehavior(space: CodeSpace): glassEasel.GeneralBehavior {
  const attached = function (this: glassEasel.GeneralComponent | { _$: glassEasel.GeneralComponent }): void {
    const instance = '_$' in this ? this._$ : this
    setTimeout(() => {
      markLaidOut(instance)
      instance.triggerLifetime('ready', [])
    })
  }
  return space.getComponentSpace().defineBehavior({ lifetimes: { attached } }).general()
}

/** Runs the script of a page or component, which registers it. */
export function loadComponent({ space, window }: Engine, program: Program, component: ProgramComponent): void {
  const { path, config, scope, css, page } = component
  const behaviors = namedBehaviors(space)
  const content = program.templates[path]
  space.addComponentStaticConfig(path, config)
  space.addCompiledTemplate(path, {
    groupList: program.templates,
    content,
  } as unknown as glassEasel.template.ComponentTemplate)
  window.registerStyleSheetContent(path, css)
  if (page) window.enableStyleSheet(path, false)
  space.addStyleSheet(path, path, scope || undefined)
  space.componentEnv(path, ({ Page, Component, Behavior }) => {
    Object.assign(globalThis, {
      Page: (definition: Definition) => {
        Page(withBehaviors(definition, behaviors) as never)
      },
      Behavior: Object.assign((definition: Definition) => Behavior(withBehaviors(definition, behaviors)), Behavior),
      Component: (definition: Definition) => {
        // The engine reads these two from the JSON only.
        const { addGlobalClass, styleIsolation = config.styleIsolation } = definition.options ?? {}
        const options = { ...(addGlobalClass && { addGlobalClass }), ...(styleIsolation && { styleIsolation }) }
        space.addComponentStaticConfig(path, { ...config, ...options })
        Component(withBehaviors(definition, behaviors))
      },
    })
    component.load()
  })
}
