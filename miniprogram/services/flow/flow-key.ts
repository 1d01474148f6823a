import { namespaced } from '../platform/namespace'

const KEY = namespaced('flow')

/** Remembers the record in progress, so that the next start of the app returns to it. */
export function rememberFlow(id: string): void {
  try {
    wx.setStorageSync(KEY, id)
  } catch {
    // Storage is full: the record is in the list at home.
  }
}

export function rememberedFlow(): string | undefined {
  const id: unknown = wx.getStorageSync(KEY)
  return typeof id === 'string' && id !== '' ? id : undefined
}
