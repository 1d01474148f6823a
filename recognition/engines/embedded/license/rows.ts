import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { median } from '../../../../miniprogram/image/statistics'
import type { PlacedLabel } from './place-labels'

/** mm; largest overlap of a value with its label. */
export const OVERLAP = 2.6
/** mm between the middles of two labels in one row, at most. */
const SAME_ROW = 2.5
/** Share of the row pitch above a row that belongs to it. */
const ROW_START = 0.5
/** mm above the first row in which a value may stand. */
const REACH = 3.2
/** mm below the last row in which a value may stand. */
const REACH_BELOW = 12

/** Labels side by side, and the range of y (mm) of their values. */
export interface Row {
  readonly middle: number
  readonly top: number
  readonly bottom: number
  readonly labels: readonly PlacedLabel[]
}

/** Groups labels into rows, from top to bottom. */
export function rowsOf(labels: readonly PlacedLabel[]): Row[] {
  const groups: PlacedLabel[][] = []
  for (const label of [...labels].sort((a, b) => middleOf(a.rect).y - middleOf(b.rect).y)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && middleOf(label.rect).y - middleOf(first.rect).y < SAME_ROW) group.push(label)
    else groups.push([label])
  }
  const middles = groups.map((group) => median(group.map(({ rect }) => middleOf(rect).y)) ?? 0)
  const begins = (i: number): number => {
    const [before, own] = [middles[i - 1], middles[i] ?? 0]
    return before === undefined ? own - REACH : own - ROW_START * Math.min(own - before, 2 * REACH)
  }
  return groups.map((group, i) => ({
    middle: middles[i] ?? 0,
    top: begins(i),
    bottom: i + 1 < groups.length ? begins(i + 1) : (middles[i] ?? 0) + REACH_BELOW,
    labels: group.sort((a, b) => a.rect.left - b.rect.left),
  }))
}

/** The last label of a row that is left of a box. */
export function labelBeside(rect: Rect, { labels }: Row): PlacedLabel | undefined {
  const before = labels.filter((label) => {
    const overlap = label.found ? OVERLAP : 2 * OVERLAP
    return rect.left >= label.rect.right - overlap && middleOf(rect).x > label.rect.left
  })
  return before.at(-1)
}
