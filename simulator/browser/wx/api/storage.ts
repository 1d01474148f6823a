import { messageOf } from '../../../error-message'
import * as storage from '../../runtime/storage'
import { api } from '../api'

interface Key {
  key: string
}

export const getStorageSync = (key: string): unknown => storage.get(key) ?? ''
export const setStorageSync = (key: string, data: unknown): void => {
  try {
    storage.set(key, data)
  } catch (error) {
    throw new Error(`setStorageSync:fail ${messageOf(error)}`, { cause: error })
  }
}
export const removeStorageSync = (key: string): void => {
  storage.remove(key)
}
export const clearStorageSync = (): void => {
  storage.clear()
}
export const getStorageInfoSync = storage.info

export const getStorage = api('getStorage', ({ key }: Key) => {
  const data = storage.get(key)
  if (data === undefined) throw new Error('data not found')
  return { data }
})
export const setStorage = api('setStorage', ({ key, data }: Key & { data: unknown }) => {
  storage.set(key, data)
  return {}
})
export const removeStorage = api('removeStorage', ({ key }: Key) => {
  storage.remove(key)
  return {}
})
export const clearStorage = api('clearStorage', () => {
  storage.clear()
  return {}
})
export const getStorageInfo = api('getStorageInfo', () => storage.info())
