import { type Lines, MOST_LINES } from './lines'

/** Stands for the line that the frame's border is. */
export const BORDER = -1
/** Share of the grid that a card takes at least, each way. */
const SMALLEST = 0.075
/** How much opposite sides may differ in slant. */
const MOST_UNEVEN = 0.3

/** Two lines each, or the border for one or both, that opposite sides of a card may lie on. */
export interface Pairs {
  count: number
  readonly first: Int8Array
  readonly second: Int8Array
}

export function createPairs(): Pairs {
  const most = (MOST_LINES + 1) ** 2
  return { count: 0, first: new Int8Array(most), second: new Int8Array(most) }
}

/** Where a line has its place; the border at the grid's start or end. */
export const placeOf = (lines: Lines, line: number, border: number): number =>
  line === BORDER ? border : (lines.place[line] ?? 0)

export const slantOf = (lines: Lines, line: number): number => (line === BORDER ? 0 : (lines.slant[line] ?? 0))

/** @param size cells of the grid across the lines */
export function readPairs(pairs: Pairs, lines: Lines, size: number): void {
  pairs.count = 0
  for (let first = BORDER; first < lines.count; first++) {
    for (let second = BORDER; second < lines.count; second++) {
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
