import { useWx } from './fake-wx'

interface CopyOptions {
  srcPath: string
  destPath: string
  success: () => void
  fail: (error: object) => void
}

/** Storage and files of a phone, in the place of `wx`. */
export interface FakePhone {
  readonly storage: Map<string, unknown>
  readonly files: Set<string>
  /** Addresses of the pages that were opened. */
  readonly opened: string[]
  /** How many more files fit. */
  room: number
}

/** A phone with nothing on it but `temporary` files, in the place of the global `wx`. */
export function useFakePhone(temporary: readonly string[], more: object = {}): FakePhone {
  const phone: FakePhone = { storage: new Map(), files: new Set(temporary), opened: [], room: Infinity }
  const { storage, files } = phone
  const open = ({ url }: { url: string }) => {
    phone.opened.push(url)
    return Promise.resolve({})
  }
  const manager = {
    copyFile({ srcPath, destPath, success, fail }: CopyOptions) {
      if (files.has(srcPath) && phone.room-- > 0) {
        files.add(destPath)
        success()
      } else fail({ errMsg: 'copyFile:fail' })
    },
    unlink({ filePath, complete }: { filePath: string; complete: () => void }) {
      files.delete(filePath)
      complete()
    },
  }
  useWx({
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    setNavigationBarTitle: () => Promise.resolve(),
    getStorageSync: (key: string) => structuredClone(storage.get(key) ?? ''),
    setStorageSync: (key: string, data: unknown) => storage.set(key, structuredClone(data)),
    removeStorageSync: (key: string) => storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    getFileSystemManager: () => manager,
    navigateTo: open,
    redirectTo: open,
    ...more,
  })
  Object.assign(globalThis, { getCurrentPages: () => [{}] })
  return phone
}
