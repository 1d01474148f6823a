import type { Size } from '../../image/size'
import type { Area } from '../../image/rect'
import { shownSize } from '../../image/pose'
import { type Canvas, createCanvas } from './canvas'
import type { LoadedImage } from './load'

/** Exact cosine and sine. */
const TURNS = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] } as const

/**
 * Draws a part of a picture upright on a canvas of `size`. Large canvases fail on old phones: nothing is drawn larger than
 * needed.
 *
 * @param area px of the upright picture
 */
export function draw({ image, pose }: LoadedImage, area: Area, size: Size): Canvas {
  const drawn = createCanvas(size)
  const { context } = drawn
  const shown = shownSize(image, pose)
  const [cos, sin] = TURNS[pose.turn]
  // JPEG has no alpha channel: without this, transparent pixels turn black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, size.width, size.height)
  // The default is bilinear, which skips pixels below half the size; high quality is slower.
  if (area.width > 2 * size.width) context.imageSmoothingQuality = 'high'
  context.scale(size.width / area.width, size.height / area.height)
  context.translate(shown.width / 2 - area.x, shown.height / 2 - area.y)
  context.transform(cos, sin, -sin, cos, 0, 0)
  if (pose.isMirrored) context.scale(-1, 1)
  context.drawImage(image, -image.width / 2, -image.height / 2, image.width, image.height)
  return drawn
}

export const drawWhole = (loaded: LoadedImage, size: Size): Canvas =>
  draw(loaded, { x: 0, y: 0, ...shownSize(loaded.image, loaded.pose) }, size)
