import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { heightOf } from './geometry'
import type { Picture } from './picture'

interface Size {
  readonly width: number
  readonly height: number
}

/** Adds the color at a place between pixels to `into`, each of the four around it by its share. */
function addColor({ data, width, height }: Picture, x: number, y: number, into: Float32Array): void {
  const left = Math.min(Math.max(x - 0.5, 0), width - 1.001)
  const top = Math.min(Math.max(y - 0.5, 0), height - 1.001)
  const [column, row] = [Math.floor(left), Math.floor(top)]
  const [right, down] = [left - column, top - row]
  const here = (row * width + column) * 3
  const below = here + width * 3
  for (let c = 0; c < 3; c++) {
    const above = (data[here + c] ?? 0) * (1 - right) + (data[here + 3 + c] ?? 0) * right
    const under = (data[below + c] ?? 0) * (1 - right) + (data[below + 3 + c] ?? 0) * right
    into[c] = (into[c] ?? 0) + above * (1 - down) + under * down
  }
}

/** What ink and paper of a line become, of -1..1, and how much more of their contrast is made at most. */
const [INK, PAPER] = [-0.8, 0.85]
const MAX_GAIN = 5
/** Shares of a line's pixels that are surely ink, and below which all is paper. */
const [DARKEST, LIGHTEST] = [0.02, 0.9]

/** Gives a line the contrast of print in good light; one that has it is left as it is. Planes of `padded` px. */
function brighten(tensor: Float32Array, { width, height }: Size, padded: number): void {
  const plane = padded * height
  // Every second pixel both ways is enough.
  const values = new Float32Array(Math.ceil(width / 2) * Math.ceil(height / 2))
  let count = 0
  for (let y = 0; y < height; y += 2) {
    for (let at = y * padded; at < y * padded + width; at += 2) {
      values[count++] = ((tensor[at] ?? 0) + (tensor[at + plane] ?? 0) + (tensor[at + 2 * plane] ?? 0)) / 3
    }
  }
  values.sort()
  const dark = values[Math.floor(values.length * DARKEST)] ?? INK
  const light = values[Math.floor(values.length * LIGHTEST)] ?? PAPER
  const gain = Math.min(MAX_GAIN, (PAPER - INK) / Math.max(0.01, light - dark))
  if (gain <= 1) return
  for (let c = 0; c < 3; c++) {
    for (let y = 0; y < height; y++) {
      const row = c * plane + y * padded
      for (let at = row; at < row + width; at++) {
        tensor[at] = Math.min(1, Math.max(-1, PAPER - (light - (tensor[at] ?? 0)) * gain))
      }
    }
  }
}

/**
 * Cuts a quad out of a picture and straightens it to `content` px, at the left of a tensor `padded` px wide.
 * Planes in the order B, G, R, values -1..1, as PP-OCR's models were trained; the padding is 0.
 */
export function sampleQuad(picture: Picture, quad: Quad, content: Size, padded: number): Float32Array {
  const { width, height } = content
  const plane = padded * height
  const tensor = new Float32Array(3 * plane)
  // Averages several places a pixel where the quad is larger: no pixel of small print is passed over.
  const grid = Math.min(4, Math.max(1, Math.round(heightOf(quad) / height)))
  const share = 1 / (grid * grid * 127.5)
  const [a, b, c, d] = quad
  const color = new Float32Array(3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      color.fill(0)
      for (let step = 0; step < grid * grid; step++) {
        const across = (x + ((step % grid) + 0.5) / grid) / width
        const down = (y + (Math.floor(step / grid) + 0.5) / grid) / height
        const [ofA, ofB] = [(1 - across) * (1 - down), across * (1 - down)]
        const [ofC, ofD] = [across * down, (1 - across) * down]
        addColor(
          picture,
          ofA * a.x + ofB * b.x + ofC * c.x + ofD * d.x,
          ofA * a.y + ofB * b.y + ofC * c.y + ofD * d.y,
          color,
        )
      }
      const at = y * padded + x
      for (let channel = 0; channel < 3; channel++) {
        tensor[(2 - channel) * plane + at] = (color[channel] ?? 0) * share - 1
      }
    }
  }
  brighten(tensor, content, padded)
  return tensor
}
