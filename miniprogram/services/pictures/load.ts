import { type Pose, remainingPose, poseOf } from '../../image/pose'
import { deleteFile } from '../platform/files'
import { loadImage } from './canvas'
import { type ImageFile, openImageFile } from './image-file'
import { writeTemporary } from './temporary'

export interface LoadedImage {
  readonly image: WechatMiniprogram.Image
  /** How it must still be turned to be upright. */
  readonly pose: Pose
}

/**
 * Decodes a picture. Some platforms apply the EXIF orientation, some do not; none documents it. Usually the decoded size
 * tells. Where it cannot, the picture is decoded without its EXIF.
 */
export async function load({ path, jpeg }: ImageFile): Promise<LoadedImage> {
  const doesSizeTell = !jpeg || remainingPose(jpeg.orientation, jpeg, jpeg) !== undefined
  if (doesSizeTell) {
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

/** @throws RecognitionError `IMAGE_UNREADABLE` */
export const loadFile = async (path: string): Promise<LoadedImage> => load(await openImageFile(path))
