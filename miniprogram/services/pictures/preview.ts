import { shownSize } from '../../image/pose'
import { fit, type Size } from '../../image/size'
import { saveJpeg, wholePixels } from './canvas'
import { drawWhole } from './draw'
import { loadFile } from './load'

const QUALITY = 0.85

interface Preview {
  /** Path of an upright copy, or of the picture itself if it is small enough. */
  readonly preview: string
  /** px, of the upright picture itself */
  readonly size: Size
}

/**
 * Keeps the phone from holding every pixel of a large photo in memory.
 *
 * @param box px of the screen
 * @throws RecognitionError `IMAGE_UNREADABLE`
 */
export async function previewOf(path: string, box: Size): Promise<Preview> {
  const loaded = await loadFile(path)
  const size = shownSize(loaded.image, loaded.pose)
  const shown = fit(size, box)
  if (shown.width >= size.width) return { preview: path, size }
  const target = wholePixels(shown)
  return { preview: await saveJpeg(drawWhole(loaded, target), target, QUALITY), size }
}
