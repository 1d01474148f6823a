import { confusablesOf } from '../confusables'

/** A possible correction. Scores only rank candidates: 1 is a certain one, a plate on the other page is above that. */
export interface Candidate {
  readonly value: string
  readonly score: number
  /** Fixes one error of several: the value is still invalid. */
  readonly isPartial?: true
}

/** Typists swap neighbors, OCR hardly ever does: ranked above only the weakest confusables. */
const SWAP = 0.45

const withCharacter = (value: string, i: number, character: string): string =>
  value.slice(0, i) + character + value.slice(i + 1)

/** The value with one character replaced by a confusable one. */
export const oneSubstitution = (value: string): readonly Candidate[] =>
  Array.from(value, (printed, i) =>
    confusablesOf(printed.toUpperCase()).map(({ character, similarity }) => ({
      value: withCharacter(value, i, character),
      score: similarity,
    })),
  ).flat()

/** The value with two neighbors swapped. */
export const oneSwap = (value: string): readonly Candidate[] =>
  Array.from({ length: Math.max(0, value.length - 1) }, (_, i) => ({
    value: value.slice(0, i) + value.charAt(i + 1) + value.charAt(i) + value.slice(i + 2),
    score: SWAP,
  }))

export const oneChange = (value: string): readonly Candidate[] => [...oneSubstitution(value), ...oneSwap(value)]

/** Hamming distance; Infinity where the lengths differ. */
export const differences = (one: string, other: string): number =>
  one.length === other.length ? Array.from(one).filter((c, i) => c !== other.charAt(i)).length : Infinity
