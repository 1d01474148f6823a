export type Range = readonly [low: number, high: number]

/** A seeded random number generator. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number
  between(low: number, high: number): number
  /** A whole number from `low` to `high`, inclusive. */
  int(low: number, high: number): number
  /** Triangular distribution from `-spread` to `spread`. */
  around(spread: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  /** Up to `count` distinct items in random order. */
  sample<T>(items: readonly T[], count: number): T[]
  /** `length` random characters of an alphabet. */
  text(alphabet: string, length: number): string
  /** An independent generator. Renaming a fork changes every picture drawn with it. */
  fork(name: string): Random
}

/** xmur3: a 32-bit hash. */
function hash(text: string): number {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  h = Math.imul(h ^ (h >>> 16), 2246822507)
  h = Math.imul(h ^ (h >>> 13), 3266489909)
  return (h ^ (h >>> 16)) >>> 0
}

/** mulberry32 */
function mulberry(start: number): () => number {
  let a = start
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function createRandom(seed: string): Random {
  const next = mulberry(hash(seed))
  const between = (low: number, high: number) => low + (high - low) * next()
  const int = (low: number, high: number) => Math.floor(between(low, high + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) throw new RangeError('Nothing to pick from')
    return item
  }
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items]
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(int(0, left.length - 1), 1)).flat()
  }
  return {
    next,
    between,
    int,
    around: (spread) => (next() + next() - 1) * spread,
    chance: (share) => next() < share,
    pick,
    sample,
    text: (alphabet, length) => Array.from({ length }, () => pick(Array.from(alphabet))).join(''),
    fork: (name) => createRandom(`${seed}/${name}`),
  }
}
