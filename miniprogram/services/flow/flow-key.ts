import { namespaced } from '../platform/namespace'

const KEY = namespaced('flow')

/** Remembers which record is on its way to the form, so that the next start comes back to it. */
export function rememberFlow(id: string): void {
  try {
    wx.setStorageSync(KEY, id)
  } catch {
    // A full storage: the record is found at home.
  }
}

/** ID of the record that was remembered last. */
export function rememberedFlow(): string | undefined {
  const id: unknown = wx.getStorageSync(KEY)
  return typeof id === 'string' && id !== '' ? id : undefined
}
