import type { Frame } from '../../vision/index'

const BYTES_PER_PX = 4

/**
 * Crops frames to what is visible: the camera fills its view and its edges are cut off. The result's memory is
 * reused by the next crop.
 *
 * @param ratio width to height of the view
 */
export function cutToVisible(ratio: number): (frame: Frame) => Frame {
  let data = new Uint8Array()
  return (frame) => {
    const width = Math.min(frame.width, Math.round(frame.height * ratio))
    const height = Math.min(frame.height, Math.round(frame.width / ratio))
    if (width < 1 || height < 1 || (width === frame.width && height === frame.height)) return frame
    const stride = Math.floor(frame.data.length / frame.height)
    const left = Math.floor((frame.width - width) / 2) * BYTES_PER_PX
    const top = Math.floor((frame.height - height) / 2)
    const rowBytes = width * BYTES_PER_PX
    if (data.length !== rowBytes * height) data = new Uint8Array(rowBytes * height)
    for (let row = 0; row < height; row++) {
      const at = (top + row) * stride + left
      data.set(frame.data.subarray(at, at + rowBytes), row * rowBytes)
    }
    return { data, width, height }
  }
}
