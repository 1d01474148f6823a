import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { between, heightOf } from './geometry'
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
  const color = new Float32Array(3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      color.fill(0)
      for (let step = 0; step < grid * grid; step++) {
        const across = (x + ((step % grid) + 0.5) / grid) / width
        const down = (y + (Math.floor(step / grid) + 0.5) / grid) / height
        const place = between(between(quad[0], quad[1], across), between(quad[3], quad[2], across), down)
        addColor(picture, place.x, place.y, color)
      }
      const at = y * padded + x
      for (let c = 0; c < 3; c++) tensor[(2 - c) * plane + at] = (color[c] ?? 0) / (grid * grid) / 127.5 - 1
    }
  }
  return tensor
}
