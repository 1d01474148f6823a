import { el, showLayer } from './dom'

const DOUBLE_TAP_MS = 250

/** Zooms a picture in around a point, or out again. */
function zoom(cell: HTMLElement, { clientX, clientY }: MouseEvent): void {
  const { left, top, width, height } = cell.getBoundingClientRect()
  const large = cell.classList.toggle('phone-preview-large')
  if (!large) return
  cell.scrollLeft = ((clientX - left) / width) * (cell.scrollWidth - width)
  cell.scrollTop = ((clientY - top) / height) * (cell.scrollHeight - height)
}

/** Full-screen pictures; a tap closes them, a double tap zooms. */
export const showPreview = (urls: string[], first: number): Promise<void> =>
  showLayer('preview', (choose) => {
    let closing = 0
    const cell = (src: string): HTMLElement => {
      const node = el('div', { class: 'phone-preview-cell' }, el('img', { src }))
      node.addEventListener('click', (event) => {
        clearTimeout(closing)
        if (event.detail === 2) zoom(node, event)
        else closing = window.setTimeout(() => choose(undefined), DOUBLE_TAP_MS)
      })
      return node
    }
    const strip = el('div', { class: 'phone-preview-strip' }, ...urls.map(cell))
    requestAnimationFrame(() => {
      strip.scrollLeft = first * strip.clientWidth
    })
    return [strip]
  })
