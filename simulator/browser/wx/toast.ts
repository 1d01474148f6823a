import { truncateToWidth } from './text-width'
import { hideToast, showToast, type ToastOptions } from '../phone-ui/toast'

const DEFAULT_DURATION_MS = 1500
/** Of a title under an icon: seven Chinese characters. */
const MAX_TITLE_WIDTH = 14
let timer = 0

export function endToast(): void {
  clearTimeout(timer)
  hideToast()
}

/** Replaces the current toast. @param options.duration ms; Infinity until `endToast` */
export function toast({ duration = DEFAULT_DURATION_MS, ...options }: ToastOptions & { duration?: number }): void {
  clearTimeout(timer)
  const { title, icon = 'success', imageUrl } = options
  const isPlain = icon === 'none' && imageUrl === undefined
  showToast({ ...options, title: isPlain ? title : truncateToWidth(title, MAX_TITLE_WIDTH) })
  if (duration !== Infinity) timer = window.setTimeout(endToast, duration)
}
