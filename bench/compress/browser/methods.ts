/** Runs in the browser: the compression methods to compare. */
import imageCompression from 'browser-image-compression'
import Compressor from 'compressorjs'
import { compressFile } from '../../../test/browser/compress/page'
import { MAX_LONG_SIDE, planEncoding } from '../../../miniprogram/image/jpeg-encoding'

/** The documented options: a size limit, or a quality. The worker loads the library itself. */
const README = {
  imageCompression: { maxSizeMB: 1.9, useWebWorker: true, libURL: '/browser-image-compression.js' },
  compressor: { quality: 0.8 },
} as const

const imageCompressionOf = (file: File, options: object): Promise<Blob> =>
  imageCompression(file, { ...README.imageCompression, ...options })

const compressorOf = (file: File, options: object): Promise<Blob> =>
  new Promise((resolve, reject) => {
    new Compressor(file, { ...README.compressor, ...options, success: resolve, error: reject })
  })

/** One decode, one draw at the sent size, one encode. */
async function floor(file: File): Promise<Blob> {
  const image = new Image()
  const url = URL.createObjectURL(file)
  image.src = url
  await new Promise((resolve, reject) => {
    image.onload = resolve
    image.onerror = reject
  })
  const { size } = planEncoding(image)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: size.width, height: size.height })
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', README.compressor.quality),
  )
  URL.revokeObjectURL(url)
  if (!blob) throw new Error('not encoded')
  return blob
}

/** The input: a file in the browser and in the mini program. */
export interface Source {
  readonly file: File
  readonly path: string
}

export const METHODS: Readonly<Record<string, (source: Source) => Promise<Blob>>> = {
  ours: async ({ path }) => new Blob([(await compressFile(path)).bytes]),
  'browser-image-compression': ({ file }) => imageCompressionOf(file, {}),
  'browser-image-compression, our side': ({ file }) => imageCompressionOf(file, { maxWidthOrHeight: MAX_LONG_SIDE }),
  compressorjs: ({ file }) => compressorOf(file, {}),
  'compressorjs, our side': ({ file }) => compressorOf(file, { maxWidth: MAX_LONG_SIDE, maxHeight: MAX_LONG_SIDE }),
  floor: ({ file }) => floor(file),
}
