import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { median } from '../../../../miniprogram/image/statistics'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import type { PlacedLabel } from './place-labels'

/** mm by which a value may begin before its label ends. */
export const OVERLAP = 2.6
/** mm; labels this near in height stand in one row. */
const SAME_ROW = 2.5
/** Share of the way up to the row above at which a row begins. */
const ROW_BEGINS = 0.5
/** mm above the first row, and below the last one, in which a value may still stand. */
const REACH = 3.2
const REACH_BELOW = 12

/** Labels that stand beside each other, and the heights (mm) in which their values stand. */
export interface Row<F extends Field> {
  readonly middle: number
  readonly top: number
  readonly bottom: number
  readonly labels: readonly PlacedLabel<F>[]
}

/** The rows of a page, from top to bottom. */
export function rowsOf<F extends Field>(labels: readonly PlacedLabel<F>[]): Row<F>[] {
  const groups: PlacedLabel<F>[][] = []
  for (const label of [...labels].sort((a, b) => middleOf(a.rect).y - middleOf(b.rect).y)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && middleOf(label.rect).y - middleOf(first.rect).y < SAME_ROW) group.push(label)
    else groups.push([label])
  }
  const middles = groups.map((group) => median(group.map(({ rect }) => middleOf(rect).y)) ?? 0)
  const begins = (i: number): number => {
    const [before, own] = [middles[i - 1], middles[i] ?? 0]
    return before === undefined ? own - REACH : own - ROW_BEGINS * Math.min(own - before, 2 * REACH)
  }
  return groups.map((group, i) => ({
    middle: middles[i] ?? 0,
    top: begins(i),
    bottom: i + 1 < groups.length ? begins(i + 1) : (middles[i] ?? 0) + REACH_BELOW,
    labels: group.sort((a, b) => a.rect.left - b.rect.left),
  }))
}

/** The label of a row that a place is beside, if it is beside one. */
export function labelBeside<F extends Field>(rect: Rect, { labels }: Row<F>): PlacedLabel<F> | undefined {
  const before = labels.filter((label) => {
    const overlap = label.found ? OVERLAP : 2 * OVERLAP
    return rect.left >= label.rect.right - overlap && middleOf(rect).x > label.rect.left
  })
  return before.at(-1)
}
