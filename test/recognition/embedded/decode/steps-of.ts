import type { Candidate, Step } from '../../../../recognition/engines/embedded/ocr/line'

/** One place of a line: a character, or several with their probabilities. */
export type Place = string | Readonly<Record<string, number>>

const CERTAIN = 0.99

const candidatesOf = (place: Place): Candidate[] =>
  Object.entries(typeof place === 'string' ? { [place]: CERTAIN } : place)
    .map(([text, probability]) => ({ text, probability }))
    .sort((a, b) => b.probability - a.probability)

/** A string is one place for each character. A blank precedes each place. */
export function stepsOf(...places: readonly Place[]): Step[] {
  const characters = places.flatMap((place): Place[] => (typeof place === 'string' ? Array.from(place) : [place]))
  return characters.flatMap((character, i): Step[] => [
    { at: (i + 0.25) / characters.length, candidates: [{ text: '', probability: 1 }] },
    { at: (i + 0.5) / characters.length, candidates: candidatesOf(character) },
  ])
}
