import { reportMissing } from '../runtime/errors'
import type { CodeSpace, types } from 'glass-easel-miniprogram-adapter'
import type { Program } from '../program'
import { addAvailable } from '../wx/available'
import type { AnimationAction } from '../wx/api/animation'
import { animate } from './animate'
import { ariaObservers, ariaProperties } from './aria'
import { type ElementDefinition, hostOf, type Instance } from './define'
import { addHover } from './hover'

/** What the program calls `<view>` is `<wx-view>` in the browser. */
const tagOf = (name: string): string => `wx-${name}`

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

const hoverable = (defaultClass: string): types.GeneralComponentDefinition => ({
  properties: {
    hoverClass: { type: String, value: defaultClass },
    hoverStartTime: { type: Number, value: 20 },
    hoverStayTime: { type: Number, value: 70 },
    hoverStopPropagation: Boolean,
  },
  lifetimes: {
    created(this: Instance) {
      addHover(this, defaultClass)
    },
  },
})

function register(space: CodeSpace, name: string, template: unknown, groups: object, element: ElementDefinition): void {
  const { hover, ...definition } = element
  const path = `elements/${name}`
  space.addComponentStaticConfig(path, { component: true, styleIsolation: 'shared' as never })
  space.addCompiledTemplate(path, { groupList: groups, content: template } as never)
  const behaviors = [common, ...(hover === undefined ? [] : [hoverable(hover)])]
  const builder = space.component(path)
  for (const behavior of behaviors) builder.behavior(space.behavior().definition(behavior).register() as never)
  const registered = builder.definition(definition).register() as unknown as { _$: { general: () => never } }
  space.getComponentSpace().setGlobalUsingComponent(tagOf(name), registered._$.general())
}

/** An element that the simulator does not have: it says so, in its place and in the console. */
const missing = (name: string): ElementDefinition => ({
  lifetimes: {
    attached(this: Instance) {
      const host = hostOf(this)
      host.className = 'phone-missing'
      host.textContent = reportMissing(`<${name}>`)
    },
  },
})

/** Registers the built-in elements, and stand-ins for those that the program uses and that are not there. */
export function registerElements(space: CodeSpace, { elements, missingElements, plainTags, templates }: Program): void {
  for (const [name, element] of Object.entries(elements))
    register(space, name, templates[`elements/${name}`], templates, element)
  for (const name of plainTags) register(space, name, templates['elements/view'], templates, {})
  for (const name of missingElements) register(space, name, templates['elements/view'], templates, missing(name))
  addAvailable(Object.keys(elements))
}
