import type { Size } from '../../image/size'
import { shownSize, turned } from '../../image/pose'
import {
  wholeAreaAround,
  inPixels,
  isUpright,
  isUsable,
  mapQuad,
  type Quad,
  straightSize,
  WHOLE,
} from '../../image/quad'
import { warp } from '../../image/warp'
import { type EncodingPlan, MAX_CANVAS, planEncoding } from '../../image/jpeg-encoding'
import { type Canvas, createCanvas, saveJpeg, wholePixels } from './canvas'
import { draw } from './draw'
import { type Edit, isEdited } from './edit'
import type { Encoder } from './compress/encoder'
import type { LoadedImage } from './load'

/** px of the turned picture */
function quadInPixels({ quad = WHOLE }: Edit, size: Size): Quad {
  const cut = inPixels(quad, size)
  return isUsable(cut) ? cut : inPixels(WHOLE, size)
}

/** Whether an edit leaves a picture of this size (px) as it is. */
export function hasNoEffect(edit: Edit, size: Size): boolean {
  if (!isEdited(edit)) return true
  if (edit.turn) return false
  const { width, height } = wholeAreaAround(quadInPixels(edit, size))
  return isUpright(quadInPixels(edit, size)) && width >= size.width - 1 && height >= size.height - 1
}

function straighten({ context, canvas }: Canvas, quad: Quad, size: Size): Canvas {
  const straight = createCanvas(size)
  const pixels = straight.context.createImageData(size.width, size.height)
  warp(context.getImageData(0, 0, canvas.width, canvas.height), quad, pixels)
  straight.context.putImageData(pixels, 0, 0)
  return straight
}

/**
 * Cuts a quad out of a picture and straightens it onto a canvas of `size`.
 *
 * @param quad px of the upright picture
 * @param natural size of the straightened quad, px of the picture
 */
export function cutOut(loaded: LoadedImage, quad: Quad, natural: Size, size: Size): Canvas {
  const area = wholeAreaAround(quad)
  // The bounding box of a rotated quad is larger than the quad.
  const scale = Math.min(size.width / natural.width, MAX_CANVAS / Math.max(area.width, area.height))
  const drawn = draw(loaded, area, wholePixels(area, scale))
  const onCanvas = mapQuad(quad, ({ x, y }) => ({ x: (x - area.x) * scale, y: (y - area.y) * scale }))
  return straighten(drawn, onCanvas, size)
}

const canvasEncoder = (drawn: Canvas, sending: EncodingPlan): Encoder => ({
  ...sending,
  encode: (size, quality) => saveJpeg(drawn, size, quality),
})

/** Draws a picture upright, turned and cropped. */
export function drawEdited({ image, pose }: LoadedImage, edit: Edit): Encoder {
  const edited = { image, pose: turned(pose, edit.turn ?? 0) }
  const quad = quadInPixels(edit, shownSize(image, edited.pose))
  if (isUpright(quad)) {
    const area = wholeAreaAround(quad)
    const sending = planEncoding(area)
    return canvasEncoder(draw(edited, area, sending.size), sending)
  }
  const natural = straightSize(quad)
  const sending = planEncoding(natural)
  return canvasEncoder(cutOut(edited, quad, natural, sending.size), sending)
}
