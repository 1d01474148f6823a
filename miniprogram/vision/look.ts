import type { Card } from './card'
import type { Frame } from './frame'
import type { Grid } from './grid'
import { type Hint, HINTS } from './hints'
import { insideOf } from './inside'
import { type Corners, leanOf, ratioOf, unevennessOf } from './quad'
import { stretchOf } from './shape'
import { sharpnessOf } from './sharpness'
import type { Slopes } from './slopes'

/** The bit of a hint among the troubles of a frame. */
export const bitOf = (hint: Hint): number => 1 << HINTS.indexOf(hint)

const TOO_DARK = bitOf('TOO_DARK')
const NOT_FOUND = bitOf('NOT_FOUND')
const CUT_OFF = bitOf('CUT_OFF')
const TOO_FAR = bitOf('TOO_FAR')
const TILTED = bitOf('TILTED')
const GLARE = bitOf('GLARE')
const BLURRED = bitOf('BLURRED')

/** Luminance of paper that is too dark to be read without noise, and of the lightest of a frame without a card */
const DARK_PAPER = 78
const DARK_FRAME = 62
const GLARE_SHARE = 0.012
/** Share of the frame that the card takes of what it could. */
const FAR = 0.5
/** Tangent of how far sides lean. */
const LEANING = 0.19
/** How much longer one is than the opposite one: of one page, of two, and of two side by side, which are never quite level. */
const UNEVEN = 1.14
const UNEVEN_BOTH = 1.22
const UNEVEN_BESIDE = 1.38
/** Two pages that are wider or higher than this lie side by side. */
const BESIDE = 2
/** How much narrower or lower than the card it looks. */
const STRETCHED = 1.17
const SOFT = 0.36

/** The luminance that only one cell in twenty is above. */
function lightestOf({ luma }: Grid, counts: Uint32Array): number {
  counts.fill(0)
  for (const one of luma) {
    const value = one | 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  let left = luma.length / 20
  for (let value = 255; value > 0; value--) {
    left -= counts[value] ?? 0
    if (left < 0) return value
  }
  return 0
}

const counts = new Uint32Array(256)

function mostUneven(pages: 1 | 2, ratio: number): number {
  if (pages === 1) return UNEVEN
  return ratio > BESIDE || ratio < 1 / BESIDE ? UNEVEN_BESIDE : UNEVEN_BOTH
}

/** A card that lies aslant, or is seen from aside: then sides differ, or it is narrower than it should be. */
const isTilted = (corners: Corners, pages: 1 | 2): boolean =>
  leanOf(corners) > LEANING ||
  unevennessOf(corners) > mostUneven(pages, ratioOf(corners)) ||
  stretchOf(pages, ratioOf(corners)) > STRETCHED

const isFar = (grid: Grid, [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0]: Corners): boolean => {
  const width = Math.max(bx, cx) - Math.min(ax, dx)
  const height = Math.max(cy, dy) - Math.min(ay, by)
  return Math.max(width / grid.columns, height / grid.rows) < FAR
}

/** What is wrong with a frame by itself, as bits by {@link bitOf}. */
export function troublesOf(frame: Frame, grid: Grid, slopes: Slopes, card: Card, pages: 1 | 2): number {
  if (card.sureness === 0) return lightestOf(grid, counts) < DARK_FRAME ? TOO_DARK : NOT_FOUND
  const { corners } = card
  const { paper, glareShare } = insideOf(grid, slopes, corners)
  let troubles = 0
  if (paper < DARK_PAPER) troubles |= TOO_DARK
  if (glareShare > GLARE_SHARE) troubles |= GLARE
  if (card.cut > 0) troubles |= CUT_OFF
  else if (isFar(grid, corners)) troubles |= TOO_FAR
  if (card.cut === 0 && isTilted(corners, pages)) troubles |= TILTED
  if ((sharpnessOf(frame, grid, corners, paper) ?? 0) < SOFT) troubles |= BLURRED
  // What else is wrong may be why it does not look like it.
  return troubles === 0 && !card.isWhole ? NOT_FOUND : troubles
}
