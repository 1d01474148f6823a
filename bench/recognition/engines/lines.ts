import type { Quad } from '../../../miniprogram/image/quad'
import type { Line, Step } from '../../../recognition/engines/embedded/ocr/line'

/** A line as an OCR library returns it. */
export interface TextLine {
  readonly text: string
  /** px of the upright picture, corners in reading order */
  readonly box: Quad
  /** 0..1, of the line as a whole */
  readonly score: number
}

/** A Chinese character is twice as wide as a Latin one. */
const widthOf = (character: string): number => (/[\u2e80-\uffdc]/.test(character) ? 2 : 1)

/** Converts a line to recognizer output with one candidate per character, spaced by typical widths. */
export function toLine({ text, box, score }: TextLine): Line {
  const characters = Array.from(text)
  const total = characters.reduce((sum, character) => sum + widthOf(character), 0)
  let left = 0
  const steps = characters.flatMap((character): Step[] => {
    const width = widthOf(character) / total
    const at = left
    left += width
    return [
      { at: at + width / 4, candidates: [{ text: '', probability: 1 }] },
      { at: at + width / 2, candidates: [{ text: character, probability: score }] },
    ]
  })
  return { box, steps }
}
