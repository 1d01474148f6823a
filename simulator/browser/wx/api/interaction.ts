import { showActionSheet as askSheet, showModal as askModal, type ModalOptions } from '../../phone-ui/dialogs'
import type { ToastOptions } from '../../phone-ui/toast'
import { toUrl } from '../../runtime/files'
import { language } from '../../runtime/device'
import { stack } from '../../runtime/stack'
import { api, Failure } from '../api'
import { textWidth } from '../text-width'
import { endToast, toast } from '../toast'

interface Toast extends Omit<ToastOptions, 'imageUrl'> {
  image?: string
  /** ms */
  duration?: number
}

export const showToast = api('showToast', ({ image, ...options }: Toast) => {
  toast({ ...options, ...(image !== undefined && { imageUrl: toUrl(image) }) })
  return {}
})

export const hideToast = api('hideToast', () => {
  endToast()
  return {}
})

export const showLoading = api('showLoading', ({ title, mask = false }: { title: string; mask?: boolean }) => {
  toast({ title, mask, icon: 'loading', duration: Infinity })
  return {}
})

export const hideLoading = api('hideLoading', () => {
  endToast()
  return {}
})

/** Of a modal's button, in units of `textWidth`: four Chinese characters. */
const MAX_BUTTON_WIDTH = 8
const MAX_SHEET_ITEMS = 6
const PARAMETER_ERRNO = 1001

function checkButton(name: 'confirmText' | 'cancelText', text: string | undefined): void {
  if (text !== undefined && textWidth(text) > MAX_BUTTON_WIDTH)
    throw new Failure(`${name} length should not larger than 4 Chinese characters`)
}

export const showModal = api('showModal', async (options: ModalOptions) => {
  checkButton('confirmText', options.confirmText)
  checkButton('cancelText', options.cancelText)
  const { confirm, content } = await askModal(options)
  return { confirm, cancel: !confirm, content: content ?? null }
})

interface ActionSheet {
  itemList: string[]
  itemColor?: string
  alertText?: string
}

const parameterError = (reason: string): Failure =>
  new Failure(`parameter error: ${reason}`, { errno: PARAMETER_ERRNO })

export const showActionSheet = api('showActionSheet', async ({ itemList, itemColor, alertText }: ActionSheet) => {
  if (itemList.length === 0) throw parameterError('parameter.itemList should have at least 1 item;')
  if (itemList.length > MAX_SHEET_ITEMS) throw parameterError('itemList should not be large than 6')
  const cancel = language() === 'zh_CN' ? '取消' : 'Cancel'
  const tapIndex = await askSheet(itemList, { alertText, color: itemColor, cancel })
  if (tapIndex < 0) throw new Error('cancel')
  return { tapIndex }
})

/** Asks before the person goes back from the visible page. */
export const enableAlertBeforeUnload = api('enableAlertBeforeUnload', ({ message }: { message: string }) => {
  if (stack.top) stack.top.alertBeforeUnload = message
  return {}
})

export const disableAlertBeforeUnload = api('disableAlertBeforeUnload', () => {
  if (stack.top) stack.top.alertBeforeUnload = undefined
  return {}
})
