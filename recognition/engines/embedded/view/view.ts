import { type Rectification, rectify } from './rectify'
import { resample } from '../pixels/resample'
import { normalizeContrast } from '../pixels/normalize-contrast'
import { concat, type Homography, invert, project, scale, shift } from '../../../../miniprogram/image/homography'
import { boundsOf } from '../../../../miniprogram/image/rect'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { detectLevelLines, detectLines, DETECTOR_STRIDE } from '../ocr/detect'
import { isUpsideDown } from '../ocr/upside-down'
import type { Models } from '../ocr/models'
import { countAlong, textDirection } from '../ocr/skew'
import { type Picture, resize } from '../pixels/picture'
import { textHeight } from './text-lines'

/** How a license is looked at: level, the right side up, as near as its print needs. */
export interface View {
  /** From px of the view to px of the picture. */
  readonly toPicture: Homography
  /** Around its lines of text, px of the view, corners in reading order. */
  readonly lines: readonly Quad[]
}

/** px; enough to see where text is and which way it runs. */
const OVERVIEW_SIDE = 736
/** Fewer lines than this, or lower ones (px), are not all there are: then more px show the rest. */
const FEW = 10
const SMALL_HEIGHT = 11
const NEAR_SIDE = 1344
/** px; print of this height is found well, and hardly better when it is larger. */
const TEXT_HEIGHT = 30
/** px; print that turns out to be less high than this is looked at once more. */
const FOUND_HEIGHT = 15
/** px; print of this height in the overview was found well there already. */
const CLEAR_HEIGHT = 19
/** Degrees, and the share of their extent by which lines converge: text this little off is found as well as level text. */
const LEVEL = 1.2
const PARALLEL = 0.02
/** px; what the detector is given at most: what it computes on takes about 300 bytes for each. */
const MAX_SIDE = 1472
const MAX_PIXELS = 960 * 1024
/** Print may be shown at most this much larger than it is. */
const MAX_ENLARGEMENT = 2
/** In heights of the print: what is seen around it. */
const MARGIN = 2

const fit = (side: number): number => Math.max(1, Math.round(side / DETECTOR_STRIDE)) * DETECTOR_STRIDE

/** Finds text in the whole picture, shrunk to so many px; px of the picture. */
async function overview(picture: Picture, side: number, models: Models): Promise<Quad[]> {
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

/** Finds text; where it is too small to be seen at first sight, at second sight. */
async function findText(picture: Picture, models: Models): Promise<Quad[]> {
  const found = await overview(picture, OVERVIEW_SIDE, models)
  const longest = Math.max(picture.width, picture.height)
  const lines = countAlong(found, textDirection(found))
  const seen = lines >= FEW && (textHeight(found) * OVERVIEW_SIDE) / longest >= SMALL_HEIGHT
  return seen || longest <= OVERVIEW_SIDE ? found : overview(picture, NEAR_SIDE, models)
}

/**
 * Looks at text from straight above.
 *
 * @param frame px of the picture: what is to be seen, the lines themselves unless given
 */
export async function rectifiedView(
  picture: Picture,
  straight: Rectification,
  models: Models,
  frame?: Quad,
): Promise<View> {
  const rectify = (quad: Quad): Quad => mapQuad(quad, (point) => project(straight.map, point))
  const lines = straight.lines.map(rectify)
  const print = textHeight(lines)
  const bounds = boundsOf(frame ? rectify(frame) : lines.flat())
  const margin = MARGIN * print
  const [width, height] = [bounds.right - bounds.left + 2 * margin, bounds.bottom - bounds.top + 2 * margin]
  const zoom = Math.min(
    TEXT_HEIGHT / print,
    MAX_ENLARGEMENT,
    MAX_SIDE / Math.max(width, height),
    Math.sqrt(MAX_PIXELS / (width * height)),
  )
  const size = { width: fit(width * zoom), height: fit(height * zoom) }
  const toView = concat(scale(zoom), concat(shift(margin - bounds.left, margin - bounds.top), straight.map))
  const toPicture = invert(toView)
  const rgb = await resample(picture, toPicture, size, zoom)
  normalizeContrast(rgb, size)
  return { toPicture, lines: await detectLevelLines({ rgb, ...size }, models.detector) }
}

const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1]

export async function viewOf(picture: Picture, models: Models): Promise<View> {
  const found = await findText(picture, models)
  if (found.length === 0) return { toPicture: IDENTITY, lines: [] }
  const direction = textDirection(found)
  const asRead = rectify(found, direction, false)
  const upsideDown = await isUpsideDown(picture, asRead.lines, models)
  const straight = upsideDown ? rectify(found, direction, true) : asRead
  const level = Math.abs(straight.turned) <= LEVEL && Math.abs(straight.converging) <= PARALLEL
  const shrunk = Math.min(1, OVERVIEW_SIDE / Math.max(picture.width, picture.height))
  if (level && textHeight(found) * shrunk >= CLEAR_HEIGHT) return { toPicture: IDENTITY, lines: straight.lines }
  const view = await rectifiedView(picture, straight, models)
  if (view.lines.length === 0 || textHeight(view.lines) >= FOUND_HEIGHT) return view
  // What was taken for print at first sight was larger than the print.
  const lines = view.lines.map((line) => mapQuad(line, (point) => project(view.toPicture, point)))
  return rectifiedView(picture, rectify(lines, straight.turned, false), models)
}
