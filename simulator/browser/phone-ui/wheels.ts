import { el, showLayer } from './dom'

const ITEM_PX = 48

interface Wheel {
  node: HTMLElement
  fill: (items: string[], selected: number) => void
  selected: () => number
}

function wheel(onChange: () => void): Wheel {
  const node = el('div', { class: 'phone-wheel', role: 'listbox' })
  const selected = (): number => Math.min(Math.round(node.scrollTop / ITEM_PX), node.children.length - 1)
  let last = 0
  node.addEventListener('scrollend', () => {
    if (selected() === last) return
    last = selected()
    onChange()
  })
  const fill = (items: string[], index: number): void => {
    const options = items.map((text, at) =>
      el('div', {
        class: 'phone-wheel-item',
        role: 'option',
        text,
        onClick: () => {
          node.scrollTop = at * ITEM_PX
        },
      }),
    )
    node.replaceChildren(...options)
    last = Math.max(0, Math.min(index, items.length - 1))
    node.scrollTop = last * ITEM_PX
  }
  return { node, fill, selected }
}

/**
 * WeChat's picker.
 *
 * @param columns returns the items of each column for the selected indexes
 * @returns the selected indexes; undefined if canceled
 */
export function pickFromWheels(
  columns: (current: number[]) => string[][],
  initial: number[],
  title = '',
  onColumn?: (column: number, value: number) => void,
): Promise<number[] | undefined> {
  let current = initial
  return showLayer('sheet', (choose) => {
    const wheels: Wheel[] = columns(current).map((_, column) =>
      wheel(() => {
        current = wheels.map(({ selected }) => selected())
        onColumn?.(column, current[column] ?? 0)
        refill()
      }),
    )
    const shown: string[] = []
    const refill = (): void => {
      columns(current).forEach((items, column) => {
        if (shown[column] === items.join('\n')) return
        shown[column] = items.join('\n')
        wheels[column]?.fill(items, current[column] ?? 0)
      })
    }
    requestAnimationFrame(refill)
    return [
      el(
        'div',
        { class: 'phone-sheet-panel phone-wheels' },
        el(
          'div',
          { class: 'phone-wheels-bar' },
          el('button', {
            text: '取消',
            onClick: () => choose(undefined),
          }),
          title,
          el('button', {
            class: 'phone-wheels-done',
            text: '确定',
            onClick: () => choose(wheels.map(({ selected }) => selected())),
          }),
        ),
        el('div', { class: 'phone-wheels-columns' }, ...wheels.map(({ node }) => node)),
      ),
    ]
  })
}
