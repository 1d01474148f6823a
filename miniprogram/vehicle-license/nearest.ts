import { likeness } from './look-alikes'

/** What a character that looks like another costs, beside one that does not (1). */
const ALIKE_COST = 0.5

const cost = (one: string, other: string): number => {
  if (one === other) return 0
  return likeness(one, other) > 0 ? ALIKE_COST : 1
}

/** Levenshtein's distance, in which look-alikes are nearer. */
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

/** A word that differs in more than a third of its characters is another word. */
const furthest = (value: string): number => Math.max(1, Math.floor(value.length / 3))

/** Words that a value may be a misreading of, nearest first; of equally near ones the earlier in the list. */
export function nearestWords(value: string, words: readonly string[]): readonly string[] {
  const most = furthest(value)
  return words
    .filter((word) => Math.abs(word.length - value.length) <= most)
    .map((word) => ({ word, distance: editDistance(value, word) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .map(({ word }) => word)
}
