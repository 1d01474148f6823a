/** Of the way from the card's middle to a corner: how far inside and outside of it the line runs. */
const IN = 0.98
const OUT = 1.02

/**
 * Style of a layer of one color that shows as a line along a quad.
 *
 * @param card x and y of each corner, in `parts` of the layer's width and height
 */
export function lineStyle(card: readonly number[], parts: number): string {
  const middle = (axis: 0 | 1) => card.reduce((sum, value, i) => (i % 2 === axis ? sum + value : sum), 0) / 4
  const [x, y] = [middle(0), middle(1)]
  const around = (scale: number): string[] =>
    [0, 2, 4, 6, 0].map((at) => {
      const place = (value: number, from: number) => `${((100 * (from + scale * (value - from))) / parts).toFixed(1)}%`
      return `${place(card[at] ?? 0, x)} ${place(card[at + 1] ?? 0, y)}`
    })
  return `clip-path: polygon(evenodd, ${[...around(OUT), ...around(IN)].join(', ')})`
}
