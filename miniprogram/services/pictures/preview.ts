import { fit, type Size } from '../../image/size'
import { shownSize } from '../../image/pose'
import { saveJpeg } from './compress/canvas'
import { draw } from './compress/draw'
import { load } from './compress/load'
import { openImageFile } from './compress/image-file'

const QUALITY = 0.85

export interface Preview {
  /** Path of an upright copy that is no larger than it is shown; of the picture itself where that is no larger. */
  readonly preview: string
  /** px, of the picture itself as it stands upright */
  readonly size: Size
}

/**
 * A picture as large as it is shown: of a photo of twelve million pixels, the phone would keep every one in memory.
 *
 * @param box px of the screen that it is shown in
 * @throws RecognitionError `IMAGE_UNREADABLE`
 */
export async function previewOf(path: string, box: Size): Promise<Preview> {
  const loaded = await load(await openImageFile(path))
  const size = shownSize(loaded.image, loaded.pose)
  const { width, height } = fit(size, box)
  if (width >= size.width) return { preview: path, size }
  const shown = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
  const drawn = draw(loaded, { x: 0, y: 0, ...size }, shown)
  return { preview: await saveJpeg(drawn, shown, QUALITY), size }
}
