import type { EdgeScores } from './edge-scores'
import type { Lines } from './lines'

/** Index of the frame's border among the lines: the side of a card that is cut off. */
export const BORDER = -1
/** Lines tried for each side, best first */
const MAX_TRIED = 14
/** These, the border and a side of the text box */
const MAX_SIDES = MAX_TRIED + 2
/** Score a line needs over its best stretch, summed over cells. */
const MIN_STRETCH = 3
/** Share of the grid that a card takes up, each way. */
const MIN_EXTENT = 0.075
/** How much the slopes of opposite sides may differ. */
const MAX_SLOPE_DIFFERENCE = 0.6

/** Lines that may be the first (top or left) or the last (bottom or right) side of a card, including the border. */
interface Sides {
  count: number
  readonly lines: Int8Array
}

/** Pairs of lines that may be opposite sides of a card. */
export interface Pairs {
  count: number
  readonly first: Int8Array
  readonly last: Int8Array
  readonly firstSides: Sides
  readonly lastSides: Sides
}

export const createPairs = (): Pairs => ({
  count: 0,
  first: new Int8Array(MAX_SIDES ** 2),
  last: new Int8Array(MAX_SIDES ** 2),
  firstSides: { count: 0, lines: new Int8Array(MAX_SIDES) },
  lastSides: { count: 0, lines: new Int8Array(MAX_SIDES) },
})

/** Lists the border and the best lines for one role (0: first side, 1: last side) by insertion sort. */
function listSides(sides: Sides, { best }: EdgeScores, count: number, role: 0 | 1): void {
  const listed = sides.lines
  listed[0] = BORDER
  sides.count = 1
  for (let line = 0; line < count; line++) {
    const own = best[2 * line + role] ?? 0
    if (own < MIN_STRETCH) continue
    let place = sides.count < MAX_TRIED + 1 ? sides.count++ : sides.count
    for (; place > 1 && own > (best[2 * (listed[place - 1] ?? 0) + role] ?? 0); place--) {
      if (place < sides.count) listed[place] = listed[place - 1] ?? 0
    }
    if (place < sides.count) listed[place] = line
  }
}

/**
 * @param boxed index of the first of the two lines of the text box, if any; these are always tried
 * @param width cells of the grid across the lines
 */
export function readPairs(pairs: Pairs, lines: Lines, boxed: number, scores: EdgeScores, width: number): void {
  const { firstSides, lastSides } = pairs
  listSides(firstSides, scores, boxed, 0)
  listSides(lastSides, scores, boxed, 1)
  if (lines.count > boxed) {
    if (!Number.isNaN(lines.offset[boxed])) firstSides.lines[firstSides.count++] = boxed
    if (!Number.isNaN(lines.offset[boxed + 1])) lastSides.lines[lastSides.count++] = boxed + 1
  }
  pairs.count = 0
  for (let i = 0; i < firstSides.count; i++) {
    const first = firstSides.lines[i] ?? BORDER
    for (let j = 0; j < lastSides.count; j++) {
      const last = lastSides.lines[j] ?? BORDER
      const end = last === BORDER ? width - 1 : (lines.offset[last] ?? 0)
      const extent = end - (first === BORDER ? 0 : (lines.offset[first] ?? 0))
      if (extent < MIN_EXTENT * width) continue
      if (first !== BORDER && last !== BORDER) {
        const difference = Math.abs((lines.slope[first] ?? 0) - (lines.slope[last] ?? 0))
        if (difference >= MAX_SLOPE_DIFFERENCE) continue
      }
      pairs.first[pairs.count] = first
      pairs.last[pairs.count] = last
      pairs.count++
    }
  }
}
