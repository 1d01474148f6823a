import { quadOf } from '../../../miniprogram/image/quad'
import type { Line, Step } from '../../../recognition/engines/embedded/ocr/line'

const HEIGHT = 30
const CHARACTER_WIDTH = 24

/** px; where a line that is written by `write` ends */
export const endOf = (x: number, text: string): number => x + Array.from(text).length * CHARACTER_WIDTH

/** A line of text as the recognizer would see it, its upper left corner at (x, y). */
export function write(text: string, x: number, y: number, probability = 0.99, height = HEIGHT): Line {
  const characters = Array.from(text)
  const steps = characters.flatMap((character, i): Step[] => [
    { at: (i + 0.25) / characters.length, candidates: [{ text: '', probability: 1 }] },
    { at: (i + 0.5) / characters.length, candidates: [{ text: character, probability }] },
  ])
  return { box: quadOf({ left: x, right: endOf(x, text), top: y, bottom: y + height }), steps }
}
