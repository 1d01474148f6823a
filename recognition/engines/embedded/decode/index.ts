import type { Step } from '../ocr/line'
import { fitOf } from './character-fit'
import { type Emission, emissionOf, greedyText } from './emissions'
import { type Decoder, decoderOf, type ValueKind } from './kinds'
import { matchesGreedy } from './matches-greedy'
import { noNoise } from './noise'
import { normalizeText } from './normalize'
import { rank } from './rank'

export interface Decoding {
  /** As the license prints it. */
  readonly text: string
  /** 0..1: its share among all texts that the kind allows */
  readonly posterior: number
  /** 0..1: geometric mean of the recognizer's own probabilities of the characters */
  readonly fit: number
  /** 0..1: the lowest of these probabilities */
  readonly weakest: number
  /** The greedy reading differs, by more than equivalent characters. */
  readonly repaired: boolean
  /** The result of the kind's check, if it has one: check digit, calendar day, vocabulary. */
  readonly valid: boolean | undefined
}

export interface Alternative {
  readonly text: string
  /** Natural logarithm of the posterior; independent readings add up. */
  readonly logProbability: number
}

const MAX_ALTERNATIVES = 10
const blank: Emission = new Map([['', 1]])

/** The emissions of all lines, each followed by a blank. */
const emissionsOf = (lines: readonly (readonly Step[])[], { maxCandidates }: Decoder): Emission[] =>
  lines.flatMap((steps) => [...steps.map((step) => emissionOf(step, maxCandidates)), blank])

/**
 * Decodes the recognizer's steps to the most probable value of a kind.
 *
 * @param lines the lines of one value, top to bottom
 * @returns `undefined` if there is no text
 */
export function decode(kind: ValueKind, lines: readonly (readonly Step[])[]): Decoding | undefined {
  const decoder = decoderOf(kind)
  const emissions = emissionsOf(lines, decoder)
  const [best] = rank(emissions, decoder)
  if (!best) return undefined
  const { text, posterior, valid, path } = best
  const greedy = greedyText(emissions)
  const comparable = decoder.noise === noNoise ? normalizeText(greedy) : greedy
  return {
    text,
    posterior,
    ...fitOf(path, emissions),
    repaired: !matchesGreedy(text, comparable, decoder.continues),
    valid,
  }
}

/** At most ten texts, the most probable first. */
export function alternatives(kind: ValueKind, lines: readonly (readonly Step[])[]): readonly Alternative[] {
  const decoder = decoderOf(kind)
  return rank(emissionsOf(lines, decoder), decoder)
    .slice(0, MAX_ALTERNATIVES)
    .map(({ text, posterior }) => ({ text, logProbability: Math.log(posterior) }))
}
