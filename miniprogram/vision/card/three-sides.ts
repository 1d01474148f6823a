import type { Axis } from '../edges/axis'
import { INFERRED } from '../edges/lines'
import { BORDER } from '../edges/pairs'
import { type Edge, refine } from '../edges/refine'
import { ASPECTS } from '../quad/aspect'
import type { Candidate } from './candidate'

/** Score of each visible side, and of all three. */
const MIN_SCORE = 0.5
const MIN_TOTAL = 2
/** Subtracted from the former until the sides' ends are known. */
const ROUGH_SLACK = 0.15
/** Candidates per axis: a patterned desk has thousands, which would take ten times as long as a whole frame. */
const MAX_CANDIDATES = 200

const edge: Edge = { offset: 0, slope: 0 }

/**
 * Tries cards with three visible sides. The fourth is inferred from the aspect ratio: opposite a shadow an edge is
 * hardly visible.
 *
 * @param axis of the inferred side
 * @param judge is called with each candidate placed
 */
export function tryThreeSides(candidate: Candidate, axis: Axis, pages: 1 | 2, judge: () => void): void {
  const { isRows, scan, lines } = axis
  const other = isRows ? candidate.columns : candidate.rows
  const sides = candidate.lines
  let tried = 0
  for (let j = 0; j < other.pairs.count; j++) {
    const first = other.pairs.first[j] ?? BORDER
    const last = other.pairs.last[j] ?? BORDER
    if (first === BORDER || last === BORDER) continue
    const from = other.lines.offset[first] ?? 0
    const to = other.lines.offset[last] ?? 0
    for (let role = 0; role < 2; role++) {
      const isFirst = role === 0
      const known = isFirst ? axis.pairs.firstSides : axis.pairs.lastSides
      const inferredSide = isRows ? (isFirst ? 2 : 0) : isFirst ? 1 : 3
      for (let i = 0; i < known.count; i++) {
        const line = known.lines[i] ?? BORDER
        if (line === BORDER || axis.scoreOf(line, isFirst, from, to) < MIN_SCORE - ROUGH_SLACK) continue
        for (const aspect of ASPECTS[pages]) {
          const extent = isRows ? (to - from) / aspect : (to - from) * aspect
          const offset = lines.offset[line] ?? 0
          const inferred = isFirst ? offset + extent : offset - extent
          if (inferred < 0 || inferred >= scan.width) continue
          const [start, end] = isFirst ? [offset, inferred] : [inferred, offset]
          if (other.scoreOf(first, true, start, end) < MIN_SCORE - ROUGH_SLACK) continue
          if (other.scoreOf(last, false, start, end) < MIN_SCORE - ROUGH_SLACK) continue
          lines.offset[INFERRED] = inferred
          lines.slope[INFERRED] = lines.slope[line] ?? 0
          sides[inferredSide] = INFERRED
          sides[(inferredSide + 2) % 4] = line
          sides[isRows ? 3 : 0] = first
          sides[isRows ? 1 : 2] = last
          if (!candidate.place(pages) || !hasThreeSides(candidate, inferredSide)) continue
          if (++tried > MAX_CANDIDATES) return
          edge.offset = inferred
          edge.slope = lines.slope[INFERRED] ?? 0
          refine(edge, scan, candidate.corners, inferredSide)
          lines.offset[INFERRED] = edge.offset
          lines.slope[INFERRED] = edge.slope
          axis.scores.readLine(lines, INFERRED, scan, !isFirst)
          if (candidate.place(pages)) judge()
        }
      }
    }
  }
}

function hasThreeSides(candidate: Candidate, inferredSide: number): boolean {
  let total = 0
  for (let side = 0; side < 4; side++) {
    if (side === inferredSide) continue
    const score = candidate.sideScore(side)
    if (score < MIN_SCORE) return false
    total += score
  }
  return total >= MIN_TOTAL
}
