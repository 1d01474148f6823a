import { glassEasel } from 'glass-easel-miniprogram-adapter'

declare global {
  interface Node {
    /** Set by glass-easel. */
    __wxElement?: glassEasel.Element
  }
}

/** The DOM node of an element; undefined once its page has closed or if its host is virtual. */
export function nodeOf(element: { readonly $$: unknown } | null | undefined): HTMLElement | undefined {
  const node = element?.$$
  return node instanceof HTMLElement ? node : undefined
}

/** The component whose host a DOM node is. */
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
