import { glareOf } from './glare'
import type { Scene } from './scene'
import { colorfulness, paperLuminance } from './paper'
import { gridPeakRatio } from './grid'
import { knownWarnings, type WarningCode } from '../../../../miniprogram/vehicle-license/warnings'
import { blurOf } from './blur'
import { isPrintCut, overhangOf } from './border'
import { surfaceOf } from './surface'

/** px; print that is smaller is read badly by models made for lines 48 px high. */
const SMALL_TEXT_PX = 14
/** In heights of a line: about the width of a stroke. */
const BLURRED = 0.07
/** 0..255 */
const DARK_PAPER = 100
/** Share of a page's print that is pale in bright light. */
const WASHED_OUT = 0.04
/** Shares of a page's longer side: beyond is more than an outline that is not exact; near is where print may be cut. */
const BEYOND = 0.05
const NEAR_EDGE = 0.02
/** In shares of the paper's brightness; the palest guilloche has more. */
const COLORLESS = 0.01
/** A screen's grid stands out so many times from other waves as long. */
const GRID = 4.5

/**
 * What is wrong with a picture, as far as it can be told from its pixels. Rather none than a wrong one: a person who
 * is warned for nothing reads no warning. About 10 ms.
 */
export function warningsOf(seen: Scene): readonly WarningCode[] {
  const { picture, cards } = seen
  const surface = surfaceOf(picture, cards)
  const beyond = overhangOf(seen)
  const found: Readonly<Record<WarningCode, boolean>> = {
    // Told of the file, before it is decoded.
    UNENDED: false,
    BORDER_CUT: beyond > BEYOND || (beyond > NEAR_EDGE && isPrintCut(seen)),
    TOO_SMALL: seen.textHeight > 0 && seen.textHeight < SMALL_TEXT_PX,
    BLURRED: blurOf(seen) > BLURRED,
    GLARE: glareOf(seen) > WASHED_OUT,
    TOO_DARK: cards.length > 0 && paperLuminance(surface) < DARK_PAPER,
    SCREEN_RECAPTURE: gridPeakRatio(picture, cards) > GRID,
    PHOTOCOPY: cards.length > 0 && colorfulness(surface) < COLORLESS,
  }
  return knownWarnings(Object.keys(found).filter((code) => found[code as WarningCode]))
}
