import { type Quad, slice } from '../../../../miniprogram/image/quad'

/** px; height of the recognizer's and the classifier's input. */
export const LINE_HEIGHT = 48

export interface Candidate {
  /** A character, or '' for the CTC blank. */
  readonly text: string
  /** 0..1 */
  readonly probability: number
}

/** Sampled pixels of ink, and the red ones among them. */
export interface Ink {
  readonly all: number
  readonly red: number
}

/** A time step of the recognizer. */
export interface Step {
  /** Position of its center in the line, 0..1. */
  readonly at: number
  /** At least one, the most probable first. */
  readonly candidates: readonly Candidate[]
  readonly ink?: Ink
}

/** A line of text as recognized. */
export interface Line {
  /** px of the picture it was read in, corners in reading order */
  readonly box: Quad
  readonly steps: readonly Step[]
}

/** The part of a line between two shares (0..1) of its length. */
export function cut(line: Line, from: number, to: number): Line {
  const steps = line.steps.filter(({ at }) => at >= from && at < to)
  return {
    ...line,
    box: slice(line.box, from, to),
    steps: steps.map((step) => ({ ...step, at: (step.at - from) / (to - from) })),
  }
}
