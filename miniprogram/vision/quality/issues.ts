import type { Card } from '../card/candidate'
import { contentOf } from '../card/content'
import type { Frame } from '../frame'
import type { Grid } from '../grid/grid'
import { type Hint, HINTS } from '../hints'
import { stretchOf } from '../quad/aspect'
import { type Corners, ratioOf, rotationOf, unevennessOf } from '../quad/corners'
import { sharpnessOf } from './sharpness'

/** The bit of a hint in a set of issues. */
export const bitOf = (hint: Hint): number => 1 << HINTS.indexOf(hint)

const TOO_DARK = bitOf('TOO_DARK')
const NOT_FOUND = bitOf('NOT_FOUND')
const CUT_OFF = bitOf('CUT_OFF')
const TOO_FAR = bitOf('TOO_FAR')
const TILTED = bitOf('TILTED')
const GLARE = bitOf('GLARE')
const BLURRED = bitOf('BLURRED')

/** Luminance of paper, and of the brightest cells of a frame without a card, below which it is too dark. */
const MIN_PAPER = 78
const MIN_BRIGHTEST = 62
/** Brightest cells: one in so many */
const BRIGHTEST = 20
/** Share of the card */
const MAX_GLARE = 0.012
/** Share of the frame's width or height, whichever the card fills more of. */
const MIN_FILL = 0.5
/** Tangent of the card's rotation */
const MAX_ROTATION = 0.19
/** How much longer a side may be than the opposite one: of one page, both, and both side by side, never quite level. */
const MAX_UNEVENNESS = 1.14
const MAX_UNEVENNESS_BOTH = 1.22
const MAX_UNEVENNESS_BESIDE = 1.38
/** Both pages lie side by side if they are this much wider than high, or higher than wide. */
const BESIDE_RATIO = 2
const MAX_STRETCH = 1.17
const MIN_SHARPNESS = 0.36

const histogram = new Uint32Array(256)

/** The luminance exceeded by one cell in {@link BRIGHTEST}. */
function brightestOf({ luma }: Grid): number {
  histogram.fill(0)
  for (const one of luma) {
    const value = one | 0
    histogram[value] = (histogram[value] ?? 0) + 1
  }
  let left = luma.length / BRIGHTEST
  for (let value = 255; value > 0; value--) {
    left -= histogram[value] ?? 0
    if (left < 0) return value
  }
  return 0
}

function maxUnevenness(pages: 1 | 2, ratio: number): number {
  if (pages === 1) return MAX_UNEVENNESS
  return ratio > BESIDE_RATIO || ratio < 1 / BESIDE_RATIO ? MAX_UNEVENNESS_BESIDE : MAX_UNEVENNESS_BOTH
}

/** Rotated, or in perspective: opposite sides differ, or the aspect ratio is off. */
const isTilted = (corners: Corners, pages: 1 | 2): boolean =>
  rotationOf(corners) > MAX_ROTATION ||
  unevennessOf(corners) > maxUnevenness(pages, ratioOf(corners)) ||
  stretchOf(pages, ratioOf(corners)) > MAX_STRETCH

const isFar = (grid: Grid, [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0]: Corners): boolean => {
  const width = Math.max(bx, cx) - Math.min(ax, dx)
  const height = Math.max(cy, dy) - Math.min(ay, by)
  return Math.max(width / grid.columns, height / grid.rows) < MIN_FILL
}

/** What is wrong with a single frame, as bits of {@link bitOf}. */
export function issuesOf(frame: Frame, grid: Grid, card: Card, pages: 1 | 2): number {
  if (card.score === 0) return brightestOf(grid) < MIN_BRIGHTEST ? TOO_DARK : NOT_FOUND
  const { corners } = card
  const { paper, glareShare } = contentOf(grid, corners)
  let issues = 0
  if (paper < MIN_PAPER) issues |= TOO_DARK
  if (glareShare > MAX_GLARE) issues |= GLARE
  if (card.cutSides > 0) issues |= CUT_OFF
  else if (isFar(grid, corners)) issues |= TOO_FAR
  if (card.cutSides === 0 && isTilted(corners, pages)) issues |= TILTED
  if ((sharpnessOf(frame, grid, corners, paper) ?? 0) < MIN_SHARPNESS) issues |= BLURRED
  // Any other issue may be why it does not look like a whole card.
  return issues === 0 && !card.isWhole ? NOT_FOUND : issues
}
