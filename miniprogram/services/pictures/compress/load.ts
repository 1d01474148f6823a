import { type Pose, remainingPose, poseOf } from '../../../image/pose'
import { deleteFile } from '../../platform/files'
import { loadImage } from './canvas'
import type { ImageFile } from './image-file'
import { writeTemporary } from './temporary'

export interface LoadedImage {
  readonly image: WechatMiniprogram.Image
  /** What must be done to it to stand upright. */
  readonly pose: Pose
}

/**
 * Loads a picture to be drawn. Whether a platform applies the orientation itself is not documented, and differs: its
 * size tells. Where it does not, the picture is loaded without its EXIF, and every platform does the same.
 */
export async function load({ path, jpeg }: ImageFile): Promise<LoadedImage> {
  const isTurnTold = !jpeg || remainingPose(jpeg.orientation, jpeg, jpeg) !== undefined
  if (isTurnTold) {
    const image = await loadImage(path)
    return { image, pose: (jpeg && remainingPose(jpeg.orientation, jpeg, image)) ?? poseOf(1) }
  }
  const clean = await writeTemporary(jpeg.clean())
  try {
    return { image: await loadImage(clean), pose: poseOf(jpeg.orientation) }
  } finally {
    await deleteFile(clean)
  }
}
