import { el, showLayer } from './dom'

export interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

/** @returns the answer, and the text of an editable modal */
export function showModal(options: ModalOptions): Promise<{ confirm: boolean; content?: string }> {
  const input = el('input', { class: 'phone-modal-input' })
  input.placeholder = options.placeholderText ?? ''
  if (options.editable) input.value = options.content ?? ''
  const body = options.editable ? input : el('p', { text: options.content ?? '' })
  return showLayer('modal', (choose) => {
    const button = (text: string, color: string | undefined, confirm: boolean): HTMLElement => {
      const answer = (): void => choose({ confirm, ...(options.editable && confirm && { content: input.value }) })
      const node = el('button', { text, onClick: answer })
      if (color !== undefined) node.style.color = color
      return node
    }
    return [
      el(
        'div',
        { class: 'phone-modal-panel' },
        ...(options.title ? [el('h3', { text: options.title })] : []),
        body,
        el(
          'div',
          { class: 'phone-modal-buttons' },
          ...(options.showCancel === false ? [] : [button(options.cancelText ?? '取消', options.cancelColor, false)]),
          button(options.confirmText ?? '确定', options.confirmColor ?? '#576b95', true),
        ),
      ),
    ]
  })
}

/** @returns the selected index; -1 if canceled */
export const showActionSheet = (
  items: string[],
  {
    alertText,
    color,
    cancel = '取消',
  }: { alertText?: string | undefined; color?: string | undefined; cancel?: string } = {},
): Promise<number> =>
  showLayer('sheet', (choose) => {
    const item = (text: string, index: number): HTMLElement => {
      const node = el('button', {
        class: 'phone-sheet-item',
        text,
        onClick: () => choose(index),
      })
      if (color !== undefined && index >= 0) node.style.color = color
      return node
    }
    return [
      el(
        'div',
        { class: 'phone-sheet-list' },
        ...(alertText ? [el('div', { class: 'phone-sheet-alert', text: alertText })] : []),
        ...items.map(item),
        el('div', { class: 'phone-sheet-gap' }),
        item(cancel, -1),
      ),
    ]
  })
