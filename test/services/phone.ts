import { forget } from '../../miniprogram/services/records/store'
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
  /** URLs of the opened pages. */
  readonly opened: string[]
  /** Emits an event of the page that was opened last. */
  emit: (event: string, detail: unknown) => void
  /** How many more files fit. */
  room: number
  /** Whether the storage takes nothing any more. */
  isFull: boolean
  /** Keys of the storage, as often as they were read. */
  readonly reads: string[]
}

/** A phone with nothing on it but `temporary` files, in the place of the global `wx`. */
export function useFakePhone(temporary: readonly string[], more: object = {}): FakePhone {
  const phone: FakePhone = {
    storage: new Map(),
    files: new Set(temporary),
    opened: [],
    emit: () => undefined,
    room: Infinity,
    isFull: false,
    reads: [],
  }
  const { storage, files } = phone
  const open = ({ url, events }: { url: string; events?: Record<string, (detail: unknown) => void> }) => {
    phone.opened.push(url)
    phone.emit = (event, detail) => events?.[event]?.(detail)
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
    readdir({ dirPath, success }: { dirPath: string; success: (result: { files: string[] }) => void }) {
      const names = [...files].flatMap((path) => (path.startsWith(dirPath) ? path.slice(dirPath.length + 1) : []))
      success({ files: names })
    },
  }
  useWx({
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    setNavigationBarTitle: () => Promise.resolve(),
    getStorageSync(key: string): unknown {
      phone.reads.push(key)
      return structuredClone(storage.get(key) ?? '')
    },
    setStorageSync(key: string, data: unknown) {
      if (phone.isFull) throw new Error('setStorageSync:fail exceed storage max size 10Mb')
      storage.set(key, structuredClone(data))
    },
    removeStorageSync: (key: string) => storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    getFileSystemManager: () => manager,
    navigateTo: open,
    redirectTo: open,
    ...more,
  })
  forget()
  Object.assign(globalThis, { getCurrentPages: () => [{}] })
  return phone
}
