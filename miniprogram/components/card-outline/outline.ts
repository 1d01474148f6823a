/** Corners are given in this many parts of the view's width and height: small changes need no `setData`. */
export const PARTS = 200

/** The line's inner and outer edge, relative to the distance of the corners from the center. */
const IN = 0.98
const OUT = 1.02

/** Clips a layer to a line along a quad. `card`: x and y of each corner, in {@link PARTS} of the view */
export function lineStyle(card: readonly number[]): string {
  const center = (axis: 0 | 1) => card.reduce((sum, value, i) => (i % 2 === axis ? sum + value : sum), 0) / 4
  const [x, y] = [center(0), center(1)]
  const around = (scale: number): string[] =>
    [0, 2, 4, 6, 0].map((at) => {
      const place = (value: number, from: number) => `${((100 * (from + scale * (value - from))) / PARTS).toFixed(1)}%`
      return `${place(card[at] ?? 0, x)} ${place(card[at + 1] ?? 0, y)}`
    })
  return `clip-path: polygon(evenodd, ${[...around(OUT), ...around(IN)].join(', ')})`
}
