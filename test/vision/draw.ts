import type { Frame } from '../../miniprogram/vision'

export interface Drawing {
  readonly width?: number
  readonly height?: number
  /** Center and width, px; a bare desk without */
  readonly card?: { readonly x: number; readonly y: number; readonly width: number; readonly degrees?: number }
  /** Width to height of the card */
  readonly shape?: number
  /** Luminance of the desk at a pixel; dark wood by default */
  readonly desk?: (x: number, y: number) => number
  /** Brightness; 1: indoors */
  readonly light?: number
  /** Size of the box blur */
  readonly blurPx?: number
  /** A round spot of light, in shares of the card's sides */
  readonly glare?: { readonly across: number; readonly down: number; readonly radius: number }
  /** Bytes after each row */
  readonly padding?: number
}

const DESK = 88
export const PAPER = 215
const INK = 60

/** Luminance of a card at a place 0..1 each way: lines of short strokes, with gaps between words. */
function cardAt(across: number, down: number, shape: number): number {
  const [x, y] = [across * 88, (down * 88) / shape]
  const row = (y - 5) % 6.6
  const isWord = (x + 13 * Math.floor((y - 5) / 6.6)) % 44 < 36
  // Two pages side by side have margins in the middle.
  const isGap = shape > 2 && Math.abs(x - 44) < 2.5
  const isPrinted = !isGap && x > 5 && x < 83 && y > 5 && down < 0.93 && row < 3 && isWord
  return isPrinted && (x % 1.6 < 0.8 || (row > 1.1 && row < 1.7)) ? INK : PAPER
}

function paint(drawing: Drawing, width: number, height: number): Float32Array {
  const { card, shape = 88 / 60, glare, desk } = drawing
  const luma = new Float32Array(width * height).fill(DESK)
  if (desk) for (let i = 0; i < luma.length; i++) luma[i] = desk(i % width, Math.floor(i / width))
  if (!card) return luma
  const angle = ((card.degrees ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle) / card.width, Math.sin(angle) / card.width]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dx = x + 0.5 - card.x
      const dy = y + 0.5 - card.y
      const across = dx * cos + dy * sin + 0.5
      const down = (dy * cos - dx * sin) * shape + 0.5
      if (across < 0 || across > 1 || down < 0 || down > 1) continue
      const distance = glare ? (across - glare.across) ** 2 + ((down - glare.down) / shape) ** 2 : 1
      luma[y * width + x] = distance < (glare?.radius ?? 0) ** 2 ? 255 : cardAt(across, down, shape)
    }
  }
  return luma
}

/** Box blur along one direction. */
function blurAlong(luma: Float32Array, px: number, lines: number, length: number, lineHop: number, hop: number) {
  const blurred = luma.slice()
  const reach = px >> 1
  for (let line = 0; line < lines; line++) {
    let sum = 0
    for (let i = 0; i < length; i++) {
      const at = line * lineHop + i * hop
      sum += luma[at] ?? 0
      if (i < 2 * reach + 1) continue
      sum -= luma[at - (2 * reach + 1) * hop] ?? 0
      blurred[at - reach * hop] = sum / (2 * reach + 1)
    }
  }
  return blurred
}

/** A frame with a little noise, 480 by 640 px by default. */
export function draw(drawing: Drawing = {}): Frame {
  const { width = 480, height = 640, light = 1, blurPx = 1, padding = 0 } = drawing
  const sharp = paint(drawing, width, height)
  const level = blurPx > 1 ? blurAlong(sharp, blurPx, height, width, width, 1) : sharp
  const luma = blurPx > 1 ? blurAlong(level, blurPx, width, height, 1, width) : level
  const data = new Uint8ClampedArray((width * 4 + padding) * height)
  let state = 7
  for (let y = 0, from = 0; y < height; y++) {
    let at = y * (width * 4 + padding)
    for (let x = 0; x < width; x++) {
      state = (state * 16807) % 0x7fffffff
      const value = (luma[from++] ?? 0) * light + (state % 5) - 2
      data[at++] = value
      data[at++] = value
      data[at++] = value
      data[at++] = 255
    }
  }
  return { data, width, height }
}

/** A card that fills the frame. */
export const GOOD = { x: 240, y: 320, width: 360 } as const
