interface Options<T> {
  class?: string
  text?: string
  role?: string
  label?: string
  src?: string
  onClick?: (event: MouseEvent, element: T) => void
}

/** A DOM element of the phone's own interface. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (options.class !== undefined) element.className = options.class
  if (options.text !== undefined) element.textContent = options.text
  if (options.role !== undefined) element.setAttribute('role', options.role)
  if (options.label !== undefined) element.setAttribute('aria-label', options.label)
  if (options.src !== undefined) element.setAttribute('src', options.src)
  const { onClick } = options
  if (onClick) element.addEventListener('click', (event) => onClick(event as MouseEvent, element))
  if (element instanceof HTMLButtonElement) element.type = 'button'
  element.append(...children)
  return element
}

/**
 * Shows a layer over the phone until one of its choices closes it.
 *
 * @param render makes the layer's content; `choose` closes the layer and gives the result.
 */
export function showLayer<T>(kind: string, render: (choose: (value: T) => void) => (Node | string)[]): Promise<T> {
  return new Promise((resolve) => {
    const layer = el('div', { class: `phone-layer phone-${kind}`, role: 'dialog' })
    layer.append(
      ...render((value) => {
        layer.remove()
        resolve(value)
      }),
    )
    document.body.append(layer)
  })
}
