import { matchesGreedy } from './matches-greedy'
import { type Emission, emissionOf, greedyText } from './emissions'
import { normalizeText } from './normalize'
import type { Step } from '../ocr/line'
import { type Decoder, decoderOf, type ValueKind } from './kinds'
import { rank, type Ranked } from './rank'
import { fitOf } from './character-fit'

/** A value that was made of what the recognizer saw. */
export interface Decoding {
  /** As the license prints it. */
  readonly text: string
  /** 0..1: its share among all texts that may stand there */
  readonly posterior: number
  /** 0..1: the recognizer's own probability of it, as the geometric mean of its characters' */
  readonly fit: number
  /** 0..1: the recognizer's own probability of its least sure character */
  readonly weakest: number
  /** The recognizer's own first choice was something else, not counting width, small letters and the kind of stroke. */
  readonly repaired: boolean
  /** Whether it passes the check of its kind (check digit, a real day, a known word), if there is one. */
  readonly valid: boolean | undefined
}

export interface Alternative {
  readonly text: string
  /** Natural logarithm of its posterior: those of two readings of the same print may be added. */
  readonly logProbability: number
}

const MOST_ALTERNATIVES = 10
const nothing: Emission = new Map([['', 1]])

/** The steps of all lines; between two lines is nothing. */
const observeAll = (lines: readonly (readonly Step[])[], { candidates }: Decoder): Emission[] =>
  lines.flatMap((steps) => [...steps.map((step) => emissionOf(step, candidates)), nothing])

/**
 * Reads a value from the steps of its lines as what its kind allows.
 *
 * @returns `undefined` if nothing stands there
 */
export function decode(kind: ValueKind, lines: readonly (readonly Step[])[]): Decoding | undefined {
  const manner = decoderOf(kind)
  const observations = observeAll(lines, manner)
  const [first] = rank(observations, manner)
  const greedy = greedyText(observations)
  if (!first) return undefined
  const repaired = !matchesGreedy(
    first.text,
    manner.noise.outside('一') === 0 ? normalizeText(greedy) : greedy,
    manner.continues,
  )
  return {
    text: first.text,
    posterior: first.posterior,
    ...fitOf(first.trail, observations),
    repaired,
    valid: first.valid,
  }
}

/** The likeliest texts, at most ten, the likeliest first. */
export function alternatives(kind: ValueKind, lines: readonly (readonly Step[])[]): readonly Alternative[] {
  const manner = decoderOf(kind)
  const ranked: readonly Ranked[] = rank(observeAll(lines, manner), manner)
  return ranked
    .slice(0, MOST_ALTERNATIVES)
    .map(({ text, posterior }) => ({ text, logProbability: Math.log(posterior) }))
}
