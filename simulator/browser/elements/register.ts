import { reportMissing } from '../runtime/errors'
import { templateOf } from '../runtime/template'
import type { CodeSpace, types } from 'glass-easel-miniprogram-adapter'
import type { Program } from '../program'
import { addAvailable } from '../wx/available'
import type { AnimationAction } from '../wx/api/animation'
import { animate } from './animate'
import { ariaObservers, ariaProperties } from './aria'
import { type ElementDefinition, hostOf, type Instance } from './define'
import { addHover, type Hoverable } from './hover'
import { elementTag } from './tag'

/** Properties that every element has. */
const common: types.GeneralComponentDefinition = {
  properties: { hidden: Boolean, animation: null, ...ariaProperties },
  observers: {
    ...ariaObservers,
    hidden(this: Instance, hidden: boolean) {
      hostOf(this).hidden = hidden
    },
    animation(this: Instance, animation: { actions?: AnimationAction[] } | null) {
      animate(hostOf(this), animation?.actions ?? [])
    },
  },
}

const hoverProperties = (defaultClass: string): types.GeneralComponentDefinition => ({
  properties: {
    hoverClass: { type: String, value: defaultClass },
    hoverStartTime: { type: Number, value: 20 },
    hoverStayTime: { type: Number, value: 70 },
    hoverStopPropagation: Boolean,
  },
  lifetimes: {
    created(this: Hoverable) {
      addHover(this, defaultClass)
    },
  },
})

function register(space: CodeSpace, templates: Program['templates'], name: string, element: ElementDefinition): void {
  const { hover, ...definition } = element
  const path = `elements/${name}`
  const template = templateOf(templates, path in templates ? path : 'elements/view')
  // StyleIsolation is a const enum, whose values isolated modules cannot use.
  space.addComponentStaticConfig(path, { component: true, styleIsolation: 'shared' as never })
  space.addCompiledTemplate(path, template)
  const behaviors = [common, ...(hover === undefined ? [] : [hoverProperties(hover)])]
  space.componentEnv(path, ({ Component, Behavior }) =>
    Component({ ...definition, behaviors: behaviors.map((behavior) => Behavior(behavior)) }),
  )
  const components = space.getComponentSpace()
  const registered = components.getComponentByUrlWithoutDefault(path, '')
  if (registered) components.setGlobalUsingComponent(elementTag(name), registered)
}

/** Shows an error in its place. */
const missing = (name: string): ElementDefinition => ({
  lifetimes: {
    attached(this: Instance) {
      const host = hostOf(this)
      host.className = 'phone-missing'
      host.textContent = reportMissing(`<${name}>`)
    },
  },
})

/** Registers the built-in elements, and placeholders for tags that are neither elements nor components. */
export function registerElements(space: CodeSpace, { elements, missingElements, plainTags, templates }: Program): void {
  for (const [name, element] of Object.entries(elements)) register(space, templates, name, element)
  for (const name of plainTags) register(space, templates, name, {})
  for (const name of missingElements) register(space, templates, name, missing(name))
  addAvailable(Object.keys(elements))
}
