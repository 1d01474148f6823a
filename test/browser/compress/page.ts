/** Runs in the browser: the compression, over what the simulator has of `wx`. */
import { compress, type Edit } from '../../../miniprogram/services/compress'
import { addTemporary, readBytes, toUrl } from '../../../simulator/browser/runtime/files'
import * as canvas from '../../../simulator/browser/wx/api/canvas'
import * as files from '../../../simulator/browser/wx/api/files'
import * as image from '../../../simulator/browser/wx/api/image'

const wx = { ...canvas, ...files, ...image }
const encoders = ['compressImage', 'canvasToTempFilePath'] as const

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
  const counted = encoders.map((name) => [
    name,
    (...options: unknown[]): unknown => {
      encodes += 1
      return Reflect.apply(wx[name], undefined, options)
    },
  ])
  Object.assign(globalThis, { wx: { ...wx, ...Object.fromEntries(counted) } })
  return { bytes: readBytes(await compress(path, edit)), encodes }
}
