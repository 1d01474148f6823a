import type { component, types } from 'glass-easel-miniprogram-adapter'

type Utils = types.utils.DataList

/** A built-in element: a component like any other, but with the browser's tags in its template. */
export type ElementDefinition = types.GeneralComponentDefinition & {
  /** Adds `hover-class` and its kin; the value is the default class. */
  hover?: string
}

/** What every element has besides its own properties. */
interface Common {
  hidden: boolean
  hoverClass?: string
}

export type Instance = component.GeneralComponent

/** Gives a definition its types; `register.ts` registers it. */
export const defineElement = <D extends Utils, P extends types.utils.PropertyList, M extends types.utils.MethodList>(
  definition: types.ComponentDefinition<D, P, M, never> & { hover?: string } & ThisType<
      component.Component<D, P, M, never> & { data: Common }
    >,
): ElementDefinition => definition as ElementDefinition

/** An element as its own methods see it. */
interface Self {
  _$: unknown
  triggerEvent: (name: string, detail: object, options: object) => void
}

/** Logical path of the page or component whose template holds an element: where relative paths in it begin. */
export function ownerPathOf(instance: Self): string {
  const { ownerShadowRoot } = instance._$ as { ownerShadowRoot: { getHostNode(): { is: string } } | null }
  return ownerShadowRoot?.getHostNode().is ?? ''
}

/** The DOM node of an element. */
export const hostOf = (instance: Self): HTMLElement => (instance._$ as { $$: HTMLElement }).$$

/**
 * A DOM node of an element's template.
 *
 * @param id as written there.
 */
export function partOf<T extends HTMLElement>(instance: Self, id: string, type: new () => T): T {
  const { $ } = instance._$ as { $: Record<string, { $$: unknown } | undefined> }
  const node = $[id]?.$$
  if (node instanceof type) return node
  throw new Error(`the element has no ${type.name} "${id}"`)
}

/** Listens to a part's own DOM events, which the program must not see. */
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

/** Sends an event that stays at the element, as WeChat's component events do. */
export const emit = (instance: Self, name: string, detail: object = {}): void => {
  instance.triggerEvent(name, detail, { bubbles: false, composed: false })
}
