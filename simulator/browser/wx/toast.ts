import { startOfWidth } from './text-width'
import { hideToast, showToast, type ToastOptions } from '../phone-ui/toast'

/** ms */
const USUAL_DURATION = 1500
/** Characters of a title under an icon; the client cuts off what is longer: "最多显示 7 个汉字长度". */
const MAX_TITLE_WIDTH = 14
let timer = 0

export function endToast(): void {
  clearTimeout(timer)
  hideToast()
}

/** Shows a toast for a while, instead of the one that is shown. @param options.duration ms; Infinity until it is ended. */
export function toast({ duration = USUAL_DURATION, ...options }: ToastOptions & { duration?: number }): void {
  clearTimeout(timer)
  const { title, icon = 'success', imageUrl } = options
  const isPlain = icon === 'none' && imageUrl === undefined
  showToast({ ...options, title: isPlain ? title : startOfWidth(title, MAX_TITLE_WIDTH) })
  if (duration !== Infinity) timer = window.setTimeout(endToast, duration)
}
