import { forget } from '../../miniprogram/services/records/store'
import { jpegOf } from '../image/jpeg/jpegs'
import { FakeContext } from './canvas'
import { useWx } from './use-wx'

export interface Encode {
  readonly by: 'compressImage' | 'canvas'
  readonly width: number
  readonly height: number
  /** 0..1 */
  readonly quality: number
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Callbacks {
  readonly success: (result: object) => void
  readonly fail: (error: object) => void
}

interface Navigation {
  readonly url: string
  readonly events?: Record<string, (detail: unknown) => void>
}

/** px; canvases of old phones fail above this. */
const MAX_CANVAS = 4096
const USER_DATA = 'wxfile://usr'

/** Storage, files, encoders and navigation of a phone, as the global `wx`. A test can make each of them fail. */
export class FakePhone {
  readonly storage = new Map<string, unknown>()
  readonly files = new Map<string, Uint8Array>()
  /** px of pictures that are not JPEGs, and of JPEGs that the platform rotates when it loads them */
  readonly loadedSizes = new Map<string, Size>()
  readonly encodes: Encode[] = []
  readonly canvases: (Size & { readonly context: FakeContext })[] = []
  /** Keys read from the storage, with repetitions. */
  readonly reads: string[] = []
  /** URLs of the opened pages. */
  readonly opened: string[] = []
  /** Emits an event of the page that was opened last. */
  emit: (event: string, detail: unknown) => void = () => undefined
  /** How many more files fit. */
  room = Infinity
  isStorageFull = false
  /** Calls that fail. */
  readonly failing = new Set<string>()
  /** The result of an encoder; undefined if it fails. */
  encoder: (encode: Encode) => Uint8Array | undefined = ({ width, height }) => jpegOf({ width, height, bytes: 300_000 })
  /** Called before anything the platform does. */
  onCall: (name: string) => void = () => undefined

  /** @param more members of `wx` */
  constructor(files: readonly string[] = [], more: object = {}) {
    this.put(...files)
    useWx({ ...this.wx(), ...more })
    Object.assign(globalThis, { getCurrentPages: () => [{}] })
    forget()
  }

  /** Adds files without content. */
  put(...paths: readonly string[]): void {
    for (const path of paths) this.files.set(path, new Uint8Array())
  }

  /** Adds a temporary file. */
  add(bytes: Uint8Array, loaded?: Size): string {
    const path = `wxfile://tmp_${this.files.size}`
    this.files.set(path, bytes)
    if (loaded) this.loadedSizes.set(path, loaded)
    return path
  }

  /** Names of the permanent files. */
  kept(): string[] {
    return [...this.files.keys()]
      .filter((path) => path.startsWith(USER_DATA))
      .map((path) => path.slice(USER_DATA.length + 1))
  }

  private encode(encode: Encode): Promise<{ tempFilePath: string }> {
    this.onCall(encode.by)
    this.encodes.push(encode)
    const bytes = this.encoder(encode)
    if (!bytes) return Promise.reject(Object.assign(new Error(), { errMsg: `${encode.by}:fail` }))
    return Promise.resolve({ tempFilePath: this.add(bytes) })
  }

  private settle(name: string, { success, fail }: Callbacks, work: () => object | undefined): void {
    this.onCall(name)
    setImmediate(() => {
      const result = this.failing.has(name) ? undefined : work()
      if (result) success(result)
      else fail({ errMsg: `${name}:fail` })
    })
  }

  private image() {
    const loadedSizes = this.loadedSizes
    const image = {
      width: 0,
      height: 0,
      onload: () => undefined,
      onerror: () => undefined,
      set src(path: string) {
        const size = loadedSizes.get(path)
        setImmediate(() => {
          Object.assign(image, size)
          if (size) image.onload()
          else image.onerror()
        })
      },
    }
    return image
  }

  private canvas({ width, height }: Size) {
    this.onCall('canvas')
    if (Math.max(width, height) > MAX_CANVAS) throw new Error('the canvas is too large')
    const context = new FakeContext()
    this.canvases.push({ width, height, context })
    return { width, height, createImage: () => this.image(), getContext: () => context }
  }

  private open({ url, events }: Navigation): Promise<object> {
    this.opened.push(url)
    this.emit = (event, detail) => events?.[event]?.(detail)
    return Promise.resolve({})
  }

  private fileSystem() {
    return {
      readFile: ({ filePath, ...callbacks }: Callbacks & { filePath: string }) =>
        this.settle('readFile', callbacks, () => {
          const bytes = this.files.get(filePath)
          return bytes && { data: new Uint8Array(bytes).buffer }
        }),
      writeFile: ({ filePath, data, ...callbacks }: Callbacks & { filePath: string; data: ArrayBuffer }) =>
        this.settle('writeFile', callbacks, () => {
          if (this.room-- <= 0) return undefined
          this.files.set(filePath, new Uint8Array(data))
          // Without EXIF it is loaded as it is stored.
          const stored = [...this.loadedSizes.values()][0]
          if (stored) this.loadedSizes.set(filePath, stored)
          return {}
        }),
      copyFile: ({ srcPath, destPath, ...callbacks }: Callbacks & { srcPath: string; destPath: string }) =>
        this.settle('copyFile', callbacks, () => {
          const bytes = this.files.get(srcPath)
          if (!bytes || this.room-- <= 0) return undefined
          this.files.set(destPath, bytes)
          const loaded = this.loadedSizes.get(srcPath)
          if (loaded) this.loadedSizes.set(destPath, loaded)
          return {}
        }),
      getFileInfo: ({ filePath, ...callbacks }: Callbacks & { filePath: string }) =>
        this.settle('getFileInfo', callbacks, () => {
          const bytes = this.files.get(filePath)
          return bytes && { size: bytes.length }
        }),
      readdir: (callbacks: Callbacks) => this.settle('readdir', callbacks, () => ({ files: this.kept() })),
      unlink: ({ filePath, complete }: { filePath: string; complete: () => void }) => {
        this.files.delete(filePath)
        complete()
      },
    }
  }

  private wx(): object {
    const files = this.fileSystem()
    return {
      env: { USER_DATA_PATH: USER_DATA },
      getAppBaseInfo: () => ({ language: 'zh_CN' }),
      setNavigationBarTitle: () => Promise.resolve(),
      getFileSystemManager: () => files,
      getStorageSync: (key: string): unknown => {
        this.reads.push(key)
        return structuredClone(this.storage.get(key) ?? '')
      },
      setStorageSync: (key: string, data: unknown) => {
        if (this.isStorageFull) throw new Error('setStorageSync:fail exceed storage max size 10Mb')
        this.storage.set(key, structuredClone(data))
      },
      removeStorageSync: (key: string) => this.storage.delete(key),
      clearStorageSync: () => this.storage.clear(),
      getStorageInfoSync: () => ({ keys: [...this.storage.keys()] }),
      navigateTo: (page: Navigation) => this.open(page),
      redirectTo: (page: Navigation) => this.open(page),
      createOffscreenCanvas: (size: Size) => this.canvas(size),
      compressImage: (options: { quality: number; compressedWidth: number; compressedHeight: number }) =>
        this.encode({
          by: 'compressImage',
          width: options.compressedWidth,
          height: options.compressedHeight,
          quality: options.quality / 100,
        }),
      canvasToTempFilePath: (options: { quality: number; destWidth: number; destHeight: number }) =>
        this.encode({ by: 'canvas', width: options.destWidth, height: options.destHeight, quality: options.quality }),
    }
  }
}
