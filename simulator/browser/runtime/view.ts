/** The part of the phone in which the page of `node` (by default: the visible page) lies, below the navigation bar. */
export const viewOf = (node?: Element): HTMLElement | null =>
  node
    ? node.closest<HTMLElement>('.phone-view')
    : document.querySelector<HTMLElement>('.phone-page:not([hidden]) .phone-view')

/** Where that part begins, in px of the window: a mini program counts from there. */
export function viewOrigin(node?: Element): { left: number; top: number } {
  const rect = viewOf(node)?.getBoundingClientRect()
  return { left: rect?.left ?? 0, top: rect?.top ?? 0 }
}
