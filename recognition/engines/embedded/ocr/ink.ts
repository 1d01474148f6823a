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
  const pixels: { readonly light: number; readonly red: number }[] = []
  for (let y = 0; y < height; y += 3) {
    for (let x = 0; x < width; x += 2) {
      const at = y * padded + x
      const [blue, green, red] = [tensor[at] ?? 0, tensor[at + plane] ?? 0, tensor[at + 2 * plane] ?? 0]
      pixels.push({ light: (blue + green) / 2, red: red - (blue + green) / 2 })
    }
  }
  pixels.sort((a, b) => a.light - b.light)
  const ink = pixels.slice(0, Math.max(1, Math.floor(pixels.length * INK)))
  return ink.filter(({ red }) => red > RED).length > MOST * ink.length
}
