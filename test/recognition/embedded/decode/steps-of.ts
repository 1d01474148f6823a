import type { Candidate, Step } from '../../../../recognition/engines/embedded/ocr/line'

/** What is seen in one place: a character, or several and how likely each is. */
export type Seen = string | Readonly<Record<string, number>>

const SURE = 0.99

const candidatesOf = (seen: Seen): Candidate[] =>
  Object.entries(typeof seen === 'string' ? { [seen]: SURE } : seen)
    .map(([text, probability]) => ({ text, probability }))
    .sort((a, b) => b.probability - a.probability)

/** Steps of a line: of strings every character; of records one place. Between two places is nothing. */
export function see(...places: readonly Seen[]): Step[] {
  const characters = places.flatMap((place): Seen[] => (typeof place === 'string' ? Array.from(place) : [place]))
  return characters.flatMap((seen, i): Step[] => [
    { at: (i + 0.25) / characters.length, candidates: [{ text: '', probability: 1 }] },
    { at: (i + 0.5) / characters.length, candidates: candidatesOf(seen) },
  ])
}
