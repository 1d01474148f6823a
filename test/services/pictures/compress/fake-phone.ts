import { jpegOf } from '../../../image/jpeg/jpegs'
import { useWx } from '../../fake-wx'

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

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

const times = ([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix => [
  a * a2 + c * b2,
  b * a2 + d * b2,
  a * c2 + c * d2,
  b * c2 + d * d2,
  a * e2 + c * f2 + e,
  b * e2 + d * f2 + f,
]

/** px of a side that old phones fail from on */
const MAX_CANVAS = 4096

/** A canvas that remembers where it was drawn: px of the picture as loaded to its own px. */
class FakeContext {
  matrix: Matrix = [1, 0, 0, 1, 0, 0]
  drawn: Matrix | undefined
  fillStyle = ''
  imageSmoothingQuality = ''
  puts = 0

  fillRect(): void {
    // White.
  }
  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0)
  }
  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y)
  }
  transform(...matrix: Matrix): void {
    this.matrix = times(this.matrix, matrix)
  }
  drawImage(_: unknown, x: number, y: number): void {
    this.drawn = times(this.matrix, [1, 0, 0, 1, x, y])
  }
  getImageData(_x: number, _y: number, width: number, height: number) {
    return this.createImageData(width, height)
  }
  createImageData(width: number, height: number) {
    return { width, height, data: new Uint8ClampedArray(width * height * 4) }
  }
  putImageData(): void {
    this.puts += 1
  }
}

const USER_DATA = 'wxfile://usr'

/** The platform as far as the compression knows it: files, and encoders that a test may make do as they like. */
export class FakePhone {
  readonly files = new Map<string, Uint8Array>()
  readonly storage = new Map<string, unknown>()
  /** px of what is no JPEG, and of JPEGs that the platform turns while it loads them */
  readonly loadedSizes = new Map<string, Size>()
  readonly encodes: Encode[] = []
  readonly canvases: (Size & { readonly context: FakeContext })[] = []
  isFull = false
  /** Calls that fail. */
  readonly failing = new Set<string>()
  /** What an encoder makes of it; nothing where it fails. */
  encoder: (encode: Encode) => Uint8Array | undefined = ({ width, height }) => jpegOf({ width, height, bytes: 300_000 })
  /** Called before anything the platform does. */
  onCall: (name: string) => void = () => undefined

  constructor() {
    useWx(this.wx())
  }

  add(bytes: Uint8Array, loaded?: Size): string {
    const path = `wxfile://tmp_${this.files.size}`
    this.files.set(path, bytes)
    if (loaded) this.loadedSizes.set(path, loaded)
    return path
  }

  /** Names of the files that would stay. */
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

  private wx(): object {
    const files = {
      readFile: ({ filePath, ...callbacks }: Callbacks & { filePath: string }) =>
        this.settle('readFile', callbacks, () => {
          const bytes = this.files.get(filePath)
          return bytes && { data: new Uint8Array(bytes).buffer }
        }),
      writeFile: ({ filePath, data, ...callbacks }: Callbacks & { filePath: string; data: ArrayBuffer }) =>
        this.settle('writeFile', callbacks, () => {
          if (this.isFull) return undefined
          this.files.set(filePath, new Uint8Array(data))
          // What has no EXIF any more is loaded as it is stored.
          const stored = [...this.loadedSizes.values()][0]
          if (stored) this.loadedSizes.set(filePath, stored)
          return {}
        }),
      copyFile: ({ srcPath, destPath, ...callbacks }: Callbacks & { srcPath: string; destPath: string }) =>
        this.settle('copyFile', callbacks, () => {
          const bytes = this.isFull ? undefined : this.files.get(srcPath)
          if (bytes) this.files.set(destPath, bytes)
          const loaded = this.loadedSizes.get(srcPath)
          if (loaded) this.loadedSizes.set(destPath, loaded)
          return bytes && {}
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
    return {
      env: { USER_DATA_PATH: USER_DATA },
      getFileSystemManager: () => files,
      getStorageSync: (key: string) => this.storage.get(key) ?? '',
      setStorageSync: (key: string, data: unknown) => this.storage.set(key, data),
      removeStorageSync: (key: string) => this.storage.delete(key),
      getAppBaseInfo: () => ({ language: 'zh_CN' }),
      getStorageInfoSync: () => ({ keys: [...this.storage.keys()] }),
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
