interface Options {
  class?: string
  text?: string
  role?: string
  label?: string
  src?: string
  onClick?: () => void
}

/** Creates a DOM element of the phone's UI. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (options.class !== undefined) element.className = options.class
  if (options.text !== undefined) element.textContent = options.text
  if (options.role !== undefined) element.setAttribute('role', options.role)
  if (options.label !== undefined) element.setAttribute('aria-label', options.label)
  if (options.src !== undefined) element.setAttribute('src', options.src)
  if (options.onClick) element.addEventListener('click', options.onClick)
  if (element instanceof HTMLButtonElement) element.type = 'button'
  element.append(...children)
  return element
}

/**
 * Shows a layer over the phone until a choice closes it.
 *
 * @param render creates the content; `choose` closes the layer with the result
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
