import { type Axis, sideSupportOf } from './axis'
import { readEdge } from './edges'
import type { Grid } from './grid'
import { GUESSED } from './lines'
import { BORDER, FROM_BEFORE } from './pairs'
import { type Edge, refine } from './refine'
import { SHAPES } from './shape'
import type { Slopes } from './slopes'
import type { Trial } from './trial'

/** What each of the three sides has that are seen, and all of them together. */
const LEAST_SEEN = 0.5
const LEAST_SEEN_SUM = 2
/** So many are tried on each axis: a bare desk with a pattern has thousands, and takes the time of ten looks. */
const MOST = 200
/** What may be lacking as long as it is not known where the sides end. */
const ROUGHLY = 0.15

const edge: Edge = { place: 0, slant: 0 }

/**
 * Tries cards of which three sides are seen: the fourth, on the axis that is given, must be where a card of that
 * width ends. A shadow falls to one side, and the opposite one is hardly to be seen.
 *
 * @param judge is called for each, once the trial has it
 */
export function guess(trial: Trial, axis: Axis, grid: Grid, slopes: Slopes, pages: 1 | 2, judge: () => void): void {
  const { isRows, pairs: own } = axis
  const other = isRows ? trial.columns : trial.rows
  const { lines } = axis.finder
  const across = other.finder.lines
  let tried = 0
  for (let j = 0; j < other.pairs.count; j++) {
    const a = other.pairs.first[j] ?? BORDER
    const b = other.pairs.second[j] ?? BORDER
    if (a === BORDER || b === BORDER) continue
    const from = across.place[a] ?? 0
    const to = across.place[b] ?? 0
    for (let i = 0; i < own.behind + own.before; i++) {
      const isBehind = i < own.behind
      const known = own.tried[isBehind ? i : FROM_BEFORE + i - own.behind] ?? BORDER
      if (known === BORDER || sideSupportOf(axis, known, isBehind, from, to) < LEAST_SEEN - ROUGHLY) continue
      for (const ratio of SHAPES[pages]) {
        const depth = isRows ? (to - from) / ratio : (to - from) * ratio
        const seen = lines.place[known] ?? 0
        const place = isBehind ? seen + depth : seen - depth
        if (place < 0 || place >= (isRows ? grid.rows : grid.columns)) continue
        const [low, high] = isBehind ? [seen, place] : [place, seen]
        if (sideSupportOf(other, a, true, low, high) < LEAST_SEEN - ROUGHLY) continue
        if (sideSupportOf(other, b, false, low, high) < LEAST_SEEN - ROUGHLY) continue
        lines.place[GUESSED] = place
        lines.slant[GUESSED] = lines.slant[known] ?? 0
        if (!take(trial, axis, grid, pages, known, isBehind, a, b) || !isSeen(trial, isRows, isBehind)) continue
        if (++tried > MOST) return
        edge.place = place
        edge.slant = lines.slant[GUESSED] ?? 0
        const side = isRows ? (isBehind ? 2 : 0) : isBehind ? 1 : 3
        refine(edge, grid, trial.corners, side)
        lines.place[GUESSED] = edge.place
        lines.slant[GUESSED] = edge.slant
        readEdge(axis.edges, lines, GUESSED, grid, slopes, isRows, !isBehind)
        if (take(trial, axis, grid, pages, known, isBehind, a, b)) judge()
      }
    }
  }
}

function take(
  trial: Trial,
  { isRows }: Axis,
  grid: Grid,
  pages: 1 | 2,
  known: number,
  isBehind: boolean,
  a: number,
  b: number,
): boolean {
  const first = isBehind ? known : GUESSED
  const second = isBehind ? GUESSED : known
  return isRows ? trial.take(grid, pages, first, b, second, a) : trial.take(grid, pages, a, second, b, first)
}

/** Whether the three sides are seen that are not guessed. */
function isSeen(trial: Trial, isRows: boolean, isBehind: boolean): boolean {
  const guessed = isRows ? (isBehind ? 2 : 0) : isBehind ? 1 : 3
  let total = 0
  for (let side = 0; side < 4; side++) {
    if (side === guessed) continue
    const support = trial.supportOf(side)
    if (support < LEAST_SEEN) return false
    total += support
  }
  return total >= LEAST_SEEN_SUM
}
