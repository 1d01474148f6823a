import { lookAlikes } from '../look-alikes'

/** What a value may have been printed as, and how likely that is beside others: 0..1. */
export interface Candidate {
  readonly value: string
  readonly likeness: number
  /** Better than what was read, and yet not right: something else is wrong, too. */
  readonly isPartial?: true
}

/** Fingers exchange characters, eyes hardly ever: before what looks alike from afar only. */
const SWAP = 0.45

const withCharacter = (value: string, i: number, character: string): string =>
  value.slice(0, i) + character + value.slice(i + 1)

/** The value with each one of its characters as what looks like it. */
export const oneLookAlike = (value: string): readonly Candidate[] =>
  Array.from(value, (printed, i) =>
    lookAlikes(printed.toUpperCase()).map(({ character, likeness }) => ({
      value: withCharacter(value, i, character),
      likeness,
    })),
  ).flat()

/** The value with each two neighbors exchanged. */
export const oneSwap = (value: string): readonly Candidate[] =>
  Array.from({ length: Math.max(0, value.length - 1) }, (_, i) => ({
    value: value.slice(0, i) + value.charAt(i + 1) + value.charAt(i) + value.slice(i + 2),
    likeness: SWAP,
  }))

export const oneChange = (value: string): readonly Candidate[] => [...oneLookAlike(value), ...oneSwap(value)]

/** In how many characters values of one length differ; infinitely many where the lengths do. */
export const differences = (one: string, other: string): number =>
  one.length === other.length ? Array.from(one).filter((c, i) => c !== other.charAt(i)).length : Infinity
