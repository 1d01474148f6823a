/** Runs in the browser: the compression, over what the simulator has of `wx`. */
import { compress, type Edit } from '../../../miniprogram/services/compress'
import { addTemporary, readBytes } from '../../../simulator/browser/runtime/files'
import * as canvas from '../../../simulator/browser/wx/api/canvas'
import * as files from '../../../simulator/browser/wx/api/files'
import * as image from '../../../simulator/browser/wx/api/image'

const wx = { ...canvas, ...files, ...image }
const encoders = ['compressImage', 'canvasToTempFilePath'] as const

export interface Compressed {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly encodes: number
}

/** From bytes to bytes, as the mini program goes from file to file. */
export async function compressBytes(picture: Uint8Array<ArrayBuffer>, edit?: Edit): Promise<Compressed> {
  let encodes = 0
  const counted = encoders.map((name) => [
    name,
    (...options: unknown[]): unknown => {
      encodes += 1
      return Reflect.apply(wx[name], undefined, options)
    },
  ])
  Object.assign(globalThis, { wx: { ...wx, ...Object.fromEntries(counted) } })
  const path = await compress(addTemporary(picture, 'jpg'), edit)
  return { bytes: readBytes(path), encodes }
}
