import { concat, type Homography, invert, project, scale, shift } from '../../../../miniprogram/image/homography'
import { boundsOf } from '../../../../miniprogram/image/rect'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { detectLevelLines, detectLines, DETECTOR_STRIDE } from '../ocr/detect'
import type { Models } from '../ocr/models'
import { countAlong, textDirection } from '../ocr/skew'
import { isUpsideDown } from '../ocr/upside-down'
import { normalizeContrast } from '../pixels/normalize-contrast'
import { type Picture, resize } from '../pixels/picture'
import { resample } from '../pixels/resample'
import { type Rectification, rectify } from './rectify'
import { textHeight } from './text-lines'

/** A rectified part of a picture at a suitable scale. */
export interface View {
  /** From px of the view to px of the picture. */
  readonly toPicture: Homography
  /** Lines of text, px of the view, corners in reading order. */
  readonly lines: readonly Quad[]
}

/** px of the longer side: enough to find most text and its direction. */
const OVERVIEW_SIDE = 736
/** A second, larger overview is taken below this number of lines, or this text height (px). */
const FEW = 10
const SMALL_HEIGHT = 11
const LARGE_OVERVIEW_SIDE = 1344
/** px: text height of a view; larger print is detected hardly better. */
const TEXT_HEIGHT = 30
/** px: text height below which a view is taken once more. */
const MIN_TEXT_HEIGHT = 15
/** px: text height in the overview from which no view is needed. */
const CLEAR_HEIGHT = 19
/** Skew (degrees) and keystone up to which text needs no rectification. */
const MAX_SKEW = 1.2
const MAX_KEYSTONE = 0.02
/** px: input of the detector, which takes about 300 bytes of memory for each. */
const MAX_SIDE = 1472
const MAX_PIXELS = 960 * 1024
const MAX_ENLARGEMENT = 2
/** Margin around the text, in text heights. */
const MARGIN = 2

/** The nearest size that the detector takes. */
const fit = (side: number): number => Math.max(1, Math.round(side / DETECTOR_STRIDE)) * DETECTOR_STRIDE

/** Detects text in the whole picture, scaled to at most `side` px. Returns px of the picture. */
async function detectInOverview(picture: Picture, side: number, models: Models): Promise<Quad[]> {
  const shrunk = Math.min(
    1,
    side / Math.max(picture.width, picture.height),
    Math.sqrt(MAX_PIXELS / (picture.width * picture.height)),
  )
  const [width, height] = [fit(picture.width * shrunk), fit(picture.height * shrunk)]
  const rgb = await resize(picture, width, height)
  normalizeContrast(rgb, { width, height })
  const found = await detectLines({ rgb, width, height }, models.detector)
  const [across, down] = [picture.width / width, picture.height / height]
  return found.map((line) => mapQuad(line, ({ x, y }) => ({ x: x * across, y: y * down })))
}

/** Detects text in an overview, and in a larger one if it is small. */
async function detectText(picture: Picture, models: Models): Promise<Quad[]> {
  const found = await detectInOverview(picture, OVERVIEW_SIDE, models)
  const longest = Math.max(picture.width, picture.height)
  const lines = countAlong(found, textDirection(found))
  const isClear = lines >= FEW && (textHeight(found) * OVERVIEW_SIDE) / longest >= SMALL_HEIGHT
  return isClear || longest <= OVERVIEW_SIDE ? found : detectInOverview(picture, LARGE_OVERVIEW_SIDE, models)
}

/** @param frame px of the picture: what the view shows, by default the lines */
export async function rectifiedView(
  picture: Picture,
  rectification: Rectification,
  models: Models,
  frame?: Quad,
): Promise<View> {
  const rectified = (quad: Quad): Quad => mapQuad(quad, (point) => project(rectification.map, point))
  const lines = rectification.lines.map(rectified)
  const print = textHeight(lines)
  const bounds = boundsOf(frame ? rectified(frame) : lines.flat())
  const margin = MARGIN * print
  const [width, height] = [bounds.right - bounds.left + 2 * margin, bounds.bottom - bounds.top + 2 * margin]
  const zoom = Math.min(
    TEXT_HEIGHT / print,
    MAX_ENLARGEMENT,
    MAX_SIDE / Math.max(width, height),
    Math.sqrt(MAX_PIXELS / (width * height)),
  )
  const size = { width: fit(width * zoom), height: fit(height * zoom) }
  const toView = concat(scale(zoom), concat(shift(margin - bounds.left, margin - bounds.top), rectification.map))
  const toPicture = invert(toView)
  const rgb = await resample(picture, toPicture, size, zoom)
  normalizeContrast(rgb, size)
  return { toPicture, lines: await detectLevelLines({ rgb, ...size }, models.detector) }
}

const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1]

/** Finds the text of a picture, and rectifies it where that helps. */
export async function viewOf(picture: Picture, models: Models): Promise<View> {
  const found = await detectText(picture, models)
  if (found.length === 0) return { toPicture: IDENTITY, lines: [] }
  const direction = textDirection(found)
  const asFound = rectify(found, direction, false)
  const upsideDown = await isUpsideDown(picture, asFound.lines, models)
  const upright = upsideDown ? rectify(found, direction, true) : asFound
  const isLevel = Math.abs(upright.angle) <= MAX_SKEW && Math.abs(upright.keystone) <= MAX_KEYSTONE
  const shrunk = Math.min(1, OVERVIEW_SIDE / Math.max(picture.width, picture.height))
  if (isLevel && textHeight(found) * shrunk >= CLEAR_HEIGHT) return { toPicture: IDENTITY, lines: upright.lines }
  const view = await rectifiedView(picture, upright, models)
  if (view.lines.length === 0 || textHeight(view.lines) >= MIN_TEXT_HEIGHT) return view
  // The overview took something larger for text, so the scale was too small.
  const lines = view.lines.map((line) => mapQuad(line, (point) => project(view.toPicture, point)))
  return rectifiedView(picture, rectify(lines, upright.angle, false), models)
}
