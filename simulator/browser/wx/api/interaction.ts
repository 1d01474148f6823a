import { showActionSheet as askSheet, showModal as askModal, type ModalOptions } from '../../chrome/dialogs'
import { hideToast as removeToast, showToast as addToast, type ToastOptions } from '../../chrome/toast'
import { toUrl } from '../../runtime/files'
import { api } from '../api'

const TOAST_MS = 1500
let timer = 0

interface Toast extends Omit<ToastOptions, 'imageUrl'> {
  image?: string
  /** ms */
  duration?: number
}

function hide(): void {
  clearTimeout(timer)
  removeToast()
}

export const showToast = api('showToast', ({ image, duration = TOAST_MS, ...toast }: Toast) => {
  clearTimeout(timer)
  addToast({ ...toast, ...(image !== undefined && { imageUrl: toUrl(image) }) })
  timer = window.setTimeout(hide, duration)
  return {}
})

export const hideToast = api('hideToast', () => {
  hide()
  return {}
})

export const showLoading = api('showLoading', ({ title, mask = false }: { title: string; mask?: boolean }) => {
  clearTimeout(timer)
  addToast({ title, mask, icon: 'loading' })
  return {}
})

export const hideLoading = api('hideLoading', () => {
  hide()
  return {}
})

export const showModal = api('showModal', async (options: ModalOptions) => {
  const { confirm, content } = await askModal(options)
  return { confirm, cancel: !confirm, content: content ?? null }
})

interface ActionSheet {
  itemList: string[]
  itemColor?: string
  alertText?: string
}

export const showActionSheet = api('showActionSheet', async ({ itemList, itemColor, alertText }: ActionSheet) => {
  const tapIndex = await askSheet(itemList, alertText, itemColor)
  if (tapIndex < 0) throw new Error('cancel')
  return { tapIndex }
})
