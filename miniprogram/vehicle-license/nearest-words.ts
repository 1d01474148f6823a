import { similarity } from './confusables'

/** Cost of a substitution by a similar character; of any other it is 1. */
const CONFUSABLE_COST = 0.5

const cost = (one: string, other: string): number => {
  if (one === other) return 0
  return similarity(one, other) > 0 ? CONFUSABLE_COST : 1
}

/** Levenshtein distance in which confusable characters are closer; the weights rule the usual packages out. */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + cost(one.charAt(i - 1), other.charAt(j - 1)),
        ),
      )
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** Words that differ in more than a third of their characters are unrelated. */
const maxDistance = (value: string): number => Math.max(1, Math.floor(value.length / 3))

/** Words that a value may be a misreading of, nearest first; ties keep the order of the list. */
export function nearestWords(value: string, words: readonly string[]): readonly string[] {
  const max = maxDistance(value)
  return words
    .filter((word) => Math.abs(word.length - value.length) <= max)
    .map((word) => ({ word, distance: editDistance(value, word) }))
    .filter(({ distance }) => distance <= max)
    .sort((a, b) => a.distance - b.distance)
    .map(({ word }) => word)
}
