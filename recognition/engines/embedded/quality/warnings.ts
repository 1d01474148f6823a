import { knownWarnings, type WarningCode } from '../../../../miniprogram/vehicle-license/warnings'
import { blurOf } from './blur'
import { isPrintCut, overhangOf } from './border'
import { glareOf } from './glare'
import { gridPeakRatio } from './grid'
import { colorfulness, paperLuminance } from './paper'
import type { Scene } from './scene'
import { surfaceOf } from './surface'

/** The recognizer is made for lines 48 px high. */
const MIN_TEXT_PX = 14
/** In line heights: about the width of a stroke. */
const MAX_BLUR = 0.07
/** Luminance of paper, 0..255. */
const MIN_PAPER = 100
/** Share of a page's print that is overexposed. */
const MAX_GLARE = 0.04
/** Shares of a page's longer side, of which outlines are not exact: always cut, and cut if print is. */
const CUT = 0.05
const NEAR_EDGE = 0.02
/** Share of the paper's brightness; the palest guilloche has more. */
const MIN_COLORFULNESS = 0.01
/** Peak-to-neighbor ratio above which a grid counts as a screen. */
const MAX_GRID_RATIO = 4.5

/** Quality warnings from the pixels, in about 10 ms. Thresholds favor misses: people ignore warnings after false alarms. */
export function warningsOf(scene: Scene): readonly WarningCode[] {
  const { picture, cards, textHeight } = scene
  const surface = surfaceOf(picture, cards)
  const overhang = overhangOf(scene)
  const found: Readonly<Record<WarningCode, boolean>> = {
    // Checked before the file is decoded.
    UNENDED: false,
    BORDER_CUT: overhang > CUT || (overhang > NEAR_EDGE && isPrintCut(scene)),
    TOO_SMALL: textHeight > 0 && textHeight < MIN_TEXT_PX,
    BLURRED: blurOf(scene) > MAX_BLUR,
    GLARE: glareOf(scene) > MAX_GLARE,
    TOO_DARK: cards.length > 0 && paperLuminance(surface) < MIN_PAPER,
    SCREEN_RECAPTURE: gridPeakRatio(picture, cards) > MAX_GRID_RATIO,
    PHOTOCOPY: cards.length > 0 && colorfulness(surface) < MIN_COLORFULNESS,
  }
  return knownWarnings(Object.entries(found).flatMap(([code, isFound]) => (isFound ? [code] : [])))
}
