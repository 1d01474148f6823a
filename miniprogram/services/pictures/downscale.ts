import type { Size } from '../../image/size'
import { shownSize } from '../../image/pose'
import type { Frame } from '../../vision/index'
import { draw } from './compress/draw'
import { load } from './compress/load'
import { openImageFile } from './compress/image-file'

/** As large as the frames that the camera brings. */
const SHORT_SIDE_PX = 480

export interface Downscaled {
  readonly frame: Frame
  /** px, of the picture itself as it stands upright */
  readonly size: Size
}

async function readSmall(path: string): Promise<Downscaled> {
  const loaded = await load(await openImageFile(path))
  const size = shownSize(loaded.image, loaded.pose)
  const scale = Math.min(1, SHORT_SIDE_PX / Math.min(size.width, size.height))
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  const { context } = draw(loaded, { x: 0, y: 0, ...size }, { width, height })
  return { frame: { data: context.getImageData(0, 0, width, height).data, width, height }, size }
}

/** By path, the newest last. */
const remembered = new Map<string, Promise<Downscaled>>()
/** Pictures that are remembered: a license has two. */
const MOST = 2

/**
 * A picture made small. The last ones are remembered: a picture is looked at for what is wrong with it, and then for
 * where the card lies.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE`
 */
export function downscaled(path: string): Promise<Downscaled> {
  const small = remembered.get(path) ?? readSmall(path)
  remembered.delete(path)
  remembered.set(path, small)
  for (const oldest of remembered.keys()) if (remembered.size > MOST) remembered.delete(oldest)
  return small
}
