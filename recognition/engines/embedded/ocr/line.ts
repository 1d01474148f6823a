/** What may stand at a step: a character, or nothing (''). */
export interface Candidate {
  readonly text: string
  /** 0..1 */
  readonly probability: number
}

/** Pixels of ink, and how many of them are red. */
export interface Ink {
  readonly all: number
  readonly red: number
}

/** A few px of a line. */
export interface Step {
  /** Where its middle is in the line, 0 (left end) to 1 (right end). */
  readonly at: number
  /** The likeliest first; at least one. */
  readonly candidates: readonly Candidate[]
  readonly ink?: Ink
}

/** A line of text, as the recognizer sees it; `readLine` makes text of it. */
export interface Line {
  /** px of the upright picture, corners in reading order */
  readonly box: Quad
  readonly steps: readonly Step[]
}

/** The part of a line between two shares (0..1) of its length. */
import { type Quad, slice } from '../../../../miniprogram/image/quad'
export function cut(line: Line, from: number, to: number): Line {
  const steps = line.steps.filter(({ at }) => at >= from && at < to)
  return {
    ...line,
    box: slice(line.box, from, to),
    steps: steps.map((step) => ({ ...step, at: (step.at - from) / (to - from) })),
  }
}
