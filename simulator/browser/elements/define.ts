import type { component, glassEasel, types } from 'glass-easel-miniprogram-adapter'
import { nodeOf } from '../runtime/element-node'

type Utils = types.utils.DataList

/** A built-in element: a component like any other, but with the browser's tags in its template. */
export type ElementDefinition = types.GeneralComponentDefinition & {
  /** Default of `hover-class`; adds the hover properties. */
  hover?: string
}

/** Properties that every element has. */
interface Common {
  hidden: boolean
  hoverClass?: string
}

export type Instance = component.GeneralComponent

/** Types a definition; `register.ts` registers it. */
export const defineElement = <D extends Utils, P extends types.utils.PropertyList, M extends types.utils.MethodList>(
  definition: types.ComponentDefinition<D, P, M, never> & { hover?: string } & ThisType<
      component.Component<D, P, M, never> & { data: Common }
    >,
): ElementDefinition => definition

/** An element as its own methods see it, whatever its properties. */
export interface Self {
  _$: Pick<glassEasel.GeneralComponent, '$' | '$$' | 'ownerShadowRoot'>
  triggerEvent: (name: string, detail: object, options: object) => void
}

/** Logical path of the page or component whose template holds an element; relative paths start there. */
export const ownerPathOf = (instance: Self): string => instance._$.ownerShadowRoot?.getHostNode().is ?? ''

/** The DOM node of an element. @throws Error once its page has closed */
export function hostOf(instance: Self): HTMLElement {
  const node = nodeOf(instance._$)
  if (!node) throw new Error('the element is no longer on a page')
  return node
}

/** A DOM node of an element's template, by its `id`. */
export function partOf<T extends HTMLElement>(instance: Self, id: string, type: new () => T): T {
  const part = instance._$.$[id]
  const node: unknown = part && '$$' in part ? part.$$ : undefined
  if (node instanceof type) return node
  throw new Error(`the element has no ${type.name} "${id}"`)
}

/** Handles a DOM event of a part and hides it from the program. */
export function listen<K extends keyof HTMLElementEventMap>(
  node: HTMLElement,
  type: K,
  handler: (event: HTMLElementEventMap[K]) => void,
): void {
  node.addEventListener(type, (event) => {
    event.stopPropagation()
    handler(event)
  })
}

/** Triggers an event that does not bubble, like WeChat's component events. */
export const emit = (instance: Self, name: string, detail: object = {}): void => {
  instance.triggerEvent(name, detail, { bubbles: false, composed: false })
}
