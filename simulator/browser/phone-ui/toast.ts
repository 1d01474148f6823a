import { el } from './dom'

export interface ToastOptions {
  title: string
  icon?: 'success' | 'error' | 'loading' | 'none'
  /** Replaces the icon. */
  imageUrl?: string
  mask?: boolean
}

let shown: HTMLElement | undefined

/** Replaces the current toast. */
export function showToast({ title, icon = 'success', imageUrl, mask }: ToastOptions): void {
  hideToast()
  const picture =
    imageUrl === undefined ? el('i', { class: `phone-toast-icon phone-toast-${icon}` }) : el('img', { src: imageUrl })
  const plain = icon === 'none' && imageUrl === undefined
  const panel = el(
    'div',
    { class: plain ? 'phone-toast-plain' : 'phone-toast-panel' },
    ...(plain ? [] : [picture]),
    title,
  )
  shown = el('div', { class: 'phone-toast', role: 'status' }, panel)
  shown.classList.toggle('phone-toast-mask', mask === true)
  document.body.append(shown)
}

export function hideToast(): void {
  shown?.remove()
  shown = undefined
}
