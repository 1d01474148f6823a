/** The container of a node's page, by default the visible one, below the navigation bar. */
export const viewOf = (node?: Element): HTMLElement | null =>
  node
    ? node.closest<HTMLElement>('.phone-view')
    : document.querySelector<HTMLElement>('.phone-page:not([hidden]) .phone-view')

/** The origin of a mini program's coordinates, in px of the window. */
export function viewOrigin(node?: Element): { left: number; top: number } {
  const rect = viewOf(node)?.getBoundingClientRect()
  return { left: rect?.left ?? 0, top: rect?.top ?? 0 }
}
