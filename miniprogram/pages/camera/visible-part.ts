import type { Frame } from '../../vision/index'

const BYTES_PER_PX = 4

/**
 * Cuts frames down to what the person sees of them: the camera fills its place on the page, and what does not fit is
 * beyond its edges. All cuts of one size share their memory.
 *
 * @param ratio width to height of that place
 */
export function cutToVisible(ratio: number): (frame: Frame) => Frame {
  let data = new Uint8Array()
  return (frame) => {
    const width = Math.min(frame.width, Math.round(frame.height * ratio))
    const height = Math.min(frame.height, Math.round(frame.width / ratio))
    if (width < 1 || height < 1 || (width === frame.width && height === frame.height)) return frame
    const rowBytes = Math.floor(frame.data.length / frame.height)
    const firstByte = Math.floor((frame.width - width) / 2) * BYTES_PER_PX
    const firstRow = Math.floor((frame.height - height) / 2)
    const cutBytes = width * BYTES_PER_PX
    if (data.length !== cutBytes * height) data = new Uint8Array(cutBytes * height)
    for (let row = 0; row < height; row++) {
      const at = (firstRow + row) * rowBytes + firstByte
      data.set(frame.data.subarray(at, at + cutBytes), row * cutBytes)
    }
    return { data, width, height }
  }
}
