/** Runs in the browser: the compression, over what the simulator has of `wx`. */
import { compress } from '../../../miniprogram/services/pictures/compress'
import type { Edit } from '../../../miniprogram/services/pictures/edit'
import { addTemporary, readBytes, toUrl } from '../../../simulator/browser/runtime/files'
import * as canvas from '../../../simulator/browser/wx/api/canvas'
import * as files from '../../../simulator/browser/wx/api/files'
import * as image from '../../../simulator/browser/wx/api/image'

export interface Compressed {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly encodes: number
}

/** Puts a picture where the phone has it: in a file, which can be loaded. Returns its path. */
export function addPicture(picture: Uint8Array<ArrayBuffer>): string {
  const path = addTemporary(picture, 'jpg')
  toUrl(path)
  return path
}

/** From file to file, as the mini program does it. */
export async function compressFile(path: string, edit?: Edit): Promise<Compressed> {
  let encodes = 0
  const compressImage: typeof image.compressImage = (options) => {
    encodes += 1
    return image.compressImage(options)
  }
  const canvasToTempFilePath: typeof canvas.canvasToTempFilePath = (options) => {
    encodes += 1
    return canvas.canvasToTempFilePath(options)
  }
  Object.assign(globalThis, { wx: { ...canvas, ...files, ...image, compressImage, canvasToTempFilePath } })
  return { bytes: readBytes(await compress(path, edit)), encodes }
}
