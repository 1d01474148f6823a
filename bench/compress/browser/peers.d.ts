/** The parts we use of the other compressors, which the first benchmark installs. */

declare module 'browser-image-compression' {
  interface Options {
    readonly maxSizeMB?: number
    readonly maxWidthOrHeight?: number
    readonly useWebWorker?: boolean
    readonly libURL?: string
  }
  export default function imageCompression(file: File, options: Options): Promise<Blob>
}

declare module 'compressorjs' {
  interface Options {
    readonly quality?: number
    readonly maxWidth?: number
    readonly maxHeight?: number
    readonly success?: (result: Blob) => void
    readonly error?: (error: Error) => void
  }
  const Compressor: new (file: Blob, options: Options) => object
  export default Compressor
}
