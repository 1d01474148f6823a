import { glassEasel } from 'glass-easel-miniprogram-adapter'

declare global {
  interface Node {
    /** The element that glass-easel shows by this node. */
    __wxElement?: glassEasel.Element
  }
}

/** The DOM node of an element; undefined once its page has closed, and for an element without a node of its own. */
export function nodeOf(element: { readonly $$: unknown } | null | undefined): HTMLElement | undefined {
  const node = element?.$$
  return node instanceof HTMLElement ? node : undefined
}

/** The component that a DOM node shows. */
export function componentAt(node: Node | null | undefined): glassEasel.GeneralComponent | undefined {
  const element = node?.__wxElement
  return glassEasel.Component.isComponent(element) ? element : undefined
}

/** Calls a method of a component with its instance as `this`; undefined if it has no such method. */
export const callMethod = (
  component: glassEasel.GeneralComponent | undefined,
  name: string,
  ...args: unknown[]
): unknown => component && glassEasel.Component.getMethod(component, name)?.call(component.getMethodCaller(), ...args)
