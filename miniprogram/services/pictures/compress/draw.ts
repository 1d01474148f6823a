import type { Size } from '../../../image/size'
import type { Area } from '../../../image/rect'
import { shownSize } from '../../../image/pose'
import { type Canvas, createCanvas } from './canvas'
import type { LoadedImage } from './load'

/** Cosine and sine of the turns, which are exact. */
const TURNS = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] } as const

/**
 * Draws a part of a picture upright on a canvas that is no larger than what is sent: larger ones fail on old phones.
 *
 * @param area px of the upright picture
 */
export function draw({ image, pose }: LoadedImage, area: Area, size: Size): Canvas {
  const drawn = createCanvas(size)
  const { context } = drawn
  const shown = shownSize(image, pose)
  const [cos, sin] = TURNS[pose.turn]
  // JPEG has no transparency: what shines through is paper, not black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, size.width, size.height)
  // The usual one looks at four px, and passes over the rest where more than that come to one; a better one takes longer.
  if (area.width > 2 * size.width) context.imageSmoothingQuality = 'high'
  context.scale(size.width / area.width, size.height / area.height)
  context.translate(shown.width / 2 - area.x, shown.height / 2 - area.y)
  context.transform(cos, sin, -sin, cos, 0, 0)
  if (pose.isMirrored) context.scale(-1, 1)
  context.drawImage(image, -image.width / 2, -image.height / 2, image.width, image.height)
  return drawn
}
