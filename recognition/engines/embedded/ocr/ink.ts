interface Size {
  readonly width: number
  readonly height: number
}

/** Share of a line's pixels that are surely ink. */
const INK = 0.12
/** Of -1..1: red ink has so much more red than green and blue; black ink, and gray pictures, have none. */
const RED = 0.35
/** Share of the ink that is red where nothing is printed in black under a seal. */
const MOST = 0.75

/** Whether a line is printed in red. `tensor`: planes B, G, R of `padded` px a row, values -1..1. */
export function isRed(tensor: Float32Array, { width, height }: Size, padded: number): boolean {
  const plane = padded * height
  const [columns, rows] = [Math.ceil(width / 2), Math.ceil(height / 3)]
  const light = new Float32Array(columns * rows)
  const red = new Float32Array(columns * rows)
  for (let i = 0; i < light.length; i++) {
    const at = Math.floor(i / columns) * 3 * padded + (i % columns) * 2
    const others = ((tensor[at] ?? 0) + (tensor[at + plane] ?? 0)) / 2
    light[i] = others
    red[i] = (tensor[at + 2 * plane] ?? 0) - others
  }
  const darkest = light.slice().sort()[Math.floor(light.length * INK)] ?? 0
  let [ink, redInk] = [0, 0]
  for (let i = 0; i < light.length; i++) {
    if ((light[i] ?? 0) > darkest) continue
    ink += 1
    if ((red[i] ?? 0) > RED) redInk += 1
  }
  return redInk > MOST * ink
}
