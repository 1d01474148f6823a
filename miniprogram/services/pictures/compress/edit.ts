import type { Size } from '../../../image/size'
import { shownSize, type Turn, turned } from '../../../image/pose'
import { wholeAreaAround, inPixels, isUpright, isUsable, mapQuad, type Quad, straightSize } from '../../../image/quad'
import { warp } from '../../../image/warp'
import { MAX_CANVAS, planEncoding } from '../../../image/jpeg-encoding'
import { canvasEncoder, createCanvas, type Canvas } from './canvas'
import { draw } from './draw'
import type { Encoder } from './encoder'
import type { LoadedImage } from './load'

/** What a person did to a picture. */
export interface Edit {
  /** Clockwise, of the upright picture. */
  readonly turn?: Turn
  /**
   * Shares 0..1 of the turned picture: cut out and made rectangular. One that encloses nothing is none: the whole
   * picture is sent.
   */
  readonly quad?: Quad
}

const WHOLE: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]

/** px of the turned picture, all of it unless there is something to cut out */
function quadOf({ quad = WHOLE }: Edit, size: Size): Quad {
  const cut = inPixels(quad, size)
  return isUsable(cut) ? cut : inPixels(WHOLE, size)
}

/** Whether it leaves a picture as it is. */
export function isNothing(edit: Edit, size: Size): boolean {
  if (edit.turn) return false
  const { width, height } = wholeAreaAround(quadOf(edit, size))
  return isUpright(quadOf(edit, size)) && width >= size.width - 1 && height >= size.height - 1
}

/** What a quad of a canvas encloses, on a canvas of its own. */
function straighten({ context, canvas }: Canvas, quad: Quad, size: Size): Canvas {
  const straight = createCanvas(size)
  const pixels = straight.context.createImageData(size.width, size.height)
  warp(context.getImageData(0, 0, canvas.width, canvas.height), quad, pixels)
  straight.context.putImageData(pixels, 0, 0)
  return straight
}

/**
 * What a quad of a picture encloses, seen straight, on a canvas of `size`.
 *
 * @param quad px of the upright picture
 * @param natural how large it is in the picture, px
 */
export function cutOut(loaded: LoadedImage, quad: Quad, natural: Size, size: Size): Canvas {
  const area = wholeAreaAround(quad)
  // What stands on a corner needs more room than what is cut out of it.
  const scale = Math.min(size.width / natural.width, MAX_CANVAS / Math.max(area.width, area.height))
  const drawn = draw(loaded, area, {
    width: Math.max(1, Math.round(area.width * scale)),
    height: Math.max(1, Math.round(area.height * scale)),
  })
  const onCanvas = mapQuad(quad, ({ x, y }) => ({ x: (x - area.x) * scale, y: (y - area.y) * scale }))
  return straighten(drawn, onCanvas, size)
}

/** Draws a picture upright, turned and cut as a person wants it. */
export function drawEdited({ image, pose }: LoadedImage, edit: Edit): Encoder {
  const edited = { image, pose: turned(pose, edit.turn ?? 0) }
  const quad = quadOf(edit, shownSize(image, edited.pose))
  if (isUpright(quad)) {
    const area = wholeAreaAround(quad)
    const sending = planEncoding(area)
    return canvasEncoder(draw(edited, area, sending.size), sending)
  }
  const natural = straightSize(quad)
  const sending = planEncoding(natural)
  return canvasEncoder(cutOut(edited, quad, natural, sending.size), sending)
}
