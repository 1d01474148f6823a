import type { Edges } from './edges'
import type { Lines } from './lines'

/** Stands for the line that the frame's border is. */
export const BORDER = -1
/** Lines that are tried for each side: those that are most like an edge of paper. */
const MOST_TRIED = 14
/** Where those are listed that are tried with the card before them, after the border, the best and the box's. */
export const FROM_BEFORE = MOST_TRIED + 2
/** What the best piece of a line has at least, cells. */
const LEAST_BEST = 3
/** Share of the grid that a card takes at least, each way. */
const SMALLEST = 0.075
/** How much opposite sides may differ in slant. */
const MOST_UNEVEN = 0.6

/** Two lines each, or the border for one or both, that opposite sides of a card may lie on. */
export interface Pairs {
  count: number
  readonly first: Int8Array
  readonly second: Int8Array
  readonly tried: Int8Array
  /** How many are tried with the card behind them, and before; the latter from {@link FROM_BEFORE} */
  behind: number
  before: number
}

export function createPairs(): Pairs {
  const most = FROM_BEFORE ** 2
  const tried = new Int8Array(2 * FROM_BEFORE)
  return { count: 0, behind: 0, before: 0, first: new Int8Array(most), second: new Int8Array(most), tried }
}

/** Where a line has its place; the border at the grid's start or end. */
export const placeOf = (lines: Lines, line: number, border: number): number =>
  line === BORDER ? border : (lines.place[line] ?? 0)

export const slantOf = (lines: Lines, line: number): number => (line === BORDER ? 0 : (lines.slant[line] ?? 0))

/** Lists the lines to try with the card behind them (`role` 0) or before them (1), and the border. @returns how many */
function list(tried: Int8Array, from: number, best: Float32Array, count: number, role: 0 | 1): number {
  tried[from] = BORDER
  let listed = 1
  for (let line = 0; line < count; line++) {
    const own = best[2 * line + role] ?? 0
    if (own < LEAST_BEST) continue
    let place = listed < MOST_TRIED + 1 ? listed++ : listed
    for (; place > 1 && own > (best[2 * (tried[from + place - 1] ?? 0) + role] ?? 0); place--) {
      if (place < listed) tried[from + place] = tried[from + place - 1] ?? 0
    }
    if (place < listed) tried[from + place] = line
  }
  return listed
}

/**
 * @param boxed the line from which on there are those of the box around print, which are always tried
 * @param size cells of the grid across the lines
 */
export function readPairs(pairs: Pairs, lines: Lines, boxed: number, edges: Edges, size: number): void {
  const { tried } = pairs
  let behind = list(tried, 0, edges.best, boxed, 0)
  let before = list(tried, FROM_BEFORE, edges.best, boxed, 1)
  if (lines.count > boxed) {
    if (!Number.isNaN(lines.place[boxed])) tried[behind++] = boxed
    if (!Number.isNaN(lines.place[boxed + 1])) tried[FROM_BEFORE + before++] = boxed + 1
  }
  pairs.behind = behind
  pairs.before = before
  pairs.count = 0
  for (let i = 0; i < behind; i++) {
    const first = tried[i] ?? BORDER
    for (let j = 0; j < before; j++) {
      const second = tried[FROM_BEFORE + j] ?? BORDER
      const distance = placeOf(lines, second, size - 1) - placeOf(lines, first, 0)
      if (distance < SMALLEST * size) continue
      const isEven = Math.abs(slantOf(lines, first) - slantOf(lines, second)) < MOST_UNEVEN
      if (!isEven && first !== BORDER && second !== BORDER) continue
      pairs.first[pairs.count] = first
      pairs.second[pairs.count] = second
      pairs.count++
    }
  }
}
