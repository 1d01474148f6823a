import { shownSize } from '../../image/pose'
import type { Frame } from '../../vision/index'
import { wholePixels } from './canvas'
import { drawWhole } from './draw'
import { loadFile } from './load'

/** px; the size of camera frames, which the vision code expects */
const SHORT_SIDE = 480

async function downscale(path: string): Promise<Frame> {
  const loaded = await loadFile(path)
  const size = shownSize(loaded.image, loaded.pose)
  const { width, height } = wholePixels(size, Math.min(1, SHORT_SIDE / Math.min(size.width, size.height)))
  const { context } = drawWhole(loaded, { width, height })
  return { data: context.getImageData(0, 0, width, height).data, width, height }
}

/** By path, the most recently used last. */
const cache = new Map<string, Promise<Frame>>()
const MAX_CACHED = 2

/**
 * A picture at the size of a camera frame. Cached: a picture is checked for problems first and searched for the card next.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE`
 */
export function downscaled(path: string): Promise<Frame> {
  const frame = cache.get(path) ?? downscale(path)
  cache.delete(path)
  cache.set(path, frame)
  for (const oldest of cache.keys()) if (cache.size > MAX_CACHED) cache.delete(oldest)
  return frame
}
