import { middleOf, type Rect } from '../pixels/geometry'

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

/** Without a second row to tell: rows of the form are about this many label heights apart. */
const ROW_IN_LABEL_HEIGHTS = 2.5

/** px from one row of the form to the next, by its labels. */
export function rowPitch(labels: readonly Rect[]): number {
  const height = median(labels.map(({ top, bottom }) => bottom - top)) ?? 0
  const middles = labels.map((rect) => middleOf(rect).y).sort((a, b) => a - b)
  const gaps = middles.map((y, i) => y - (middles[i - 1] ?? y)).filter((gap) => gap > height)
  return median(gaps) ?? height * ROW_IN_LABEL_HEIGHTS
}
