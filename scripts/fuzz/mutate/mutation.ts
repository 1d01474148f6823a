import type { Random } from '../../licenses/random'

/** Makes another file of a file. `other` is a second one to take parts of. */
export type Mutate = (bytes: Buffer, random: Random, other: Buffer) => Buffer

/** By name. */
export type Mutations = Readonly<Record<string, Mutate>>

/** A place in so many items, or behind the last one. */
export const randomIndex = (length: number, random: Random): number => random.int(0, length)

/** Up to 4,096 bytes of chance. */
export const randomBytes = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length: Math.min(length, 4096) }, () => random.int(0, 255)))

export const without = <T>(items: readonly T[], at: number): T[] => items.filter((_, i) => i !== at)

/** A list with more items before the one at this place. */
export const inserted = <T>(items: readonly T[], at: number, more: T | readonly T[]): T[] =>
  items.slice(0, at).concat(more, items.slice(at))

/** A list with two items, if there are two, in each other's place. */
export function swapped<T>(items: readonly T[], random: Random): T[] {
  const result = [...items]
  if (result.length < 2) return result
  const [a, b] = [random.int(0, result.length - 1), random.int(0, result.length - 1)]
  const [first, second] = [result[a], result[b]]
  if (first !== undefined && second !== undefined) [result[a], result[b]] = [second, first]
  return result
}

/** A list with one item, if there is any, changed. */
export function changed<T>(items: readonly T[], random: Random, change: (item: T) => T): T[] {
  const at = random.int(0, items.length - 1)
  return items.map((item, i) => (i === at ? change(item) : item))
}

/** Data that end too early, go on for too long, or are of chance. */
export function resized(data: Buffer, random: Random): Buffer {
  const kind = random.int(0, 2)
  if (kind === 0) return data.subarray(0, randomIndex(data.length, random))
  if (kind === 1) return Buffer.concat([data, randomBytes(random, random.pick([1, 2, 3, 64, 1000]))])
  return randomBytes(random, Math.max(1, data.length))
}
