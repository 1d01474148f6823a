import type { Random } from '../../licenses/random'

/** Mutates a file. `other` is a second file to take parts from. */
export type Mutate = (bytes: Buffer, random: Random, other: Buffer) => Buffer

/** By name. */
export type Mutations = Readonly<Record<string, Mutate>>

/** 0..length, so it may be past the last item. */
export const randomIndex = (length: number, random: Random): number => random.int(0, length)

/** At most 4,096 random bytes. */
export const randomBytes = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length: Math.min(length, 4096) }, () => random.int(0, 255)))

export const without = <T>(items: readonly T[], at: number): T[] => items.filter((_, i) => i !== at)

/** Inserts items before index `at`. */
export const inserted = <T>(items: readonly T[], at: number, more: T | readonly T[]): T[] =>
  items.slice(0, at).concat(more, items.slice(at))

/** Swaps two random items. */
function swapped<T>(items: readonly T[], random: Random): T[] {
  const result = [...items]
  if (result.length < 2) return result
  const [a, b] = [random.int(0, result.length - 1), random.int(0, result.length - 1)]
  const [first, second] = [result[a], result[b]]
  if (first !== undefined && second !== undefined) [result[a], result[b]] = [second, first]
  return result
}

/** Changes one random item. */
export function changed<T>(items: readonly T[], random: Random, change: (item: T) => T): T[] {
  const at = random.int(0, items.length - 1)
  return items.map((item, i) => (i === at ? change(item) : item))
}

/** Truncates, extends or randomizes data. */
export function resized(data: Buffer, random: Random): Buffer {
  const kind = random.int(0, 2)
  if (kind === 0) return data.subarray(0, randomIndex(data.length, random))
  if (kind === 1) return Buffer.concat([data, randomBytes(random, random.pick([1, 2, 3, 64, 1000]))])
  return randomBytes(random, Math.max(1, data.length))
}

/** Lifts a change of a file's parts to a mutation of the file. */
export type EditParts<T> = (change: (parts: readonly T[], random: Random) => readonly T[]) => Mutate

interface PartMutations<T> {
  readonly resize: (part: T, random: Random) => T
  readonly rename: (part: T, random: Random) => T
  readonly create: (random: Random) => T
  /** How often a part is repeated; default 1. */
  readonly repeat?: (random: Random) => number
}

/** Mutations of any format that is a list of parts, such as chunks or segments. */
export function partMutations<T>(name: string, edit: EditParts<T>, options: PartMutations<T>): Mutations {
  const { resize, rename, create, repeat = () => 1 } = options
  return {
    [`drop a ${name}`]: edit((parts, random) => without(parts, random.int(0, parts.length - 1))),
    [`repeat a ${name}`]: edit((parts, random) => {
      const part = parts[random.int(0, parts.length - 1)]
      return part ? inserted(parts, randomIndex(parts.length, random), Array<T>(repeat(random)).fill(part)) : []
    }),
    [`reorder ${name}s`]: edit(swapped),
    [`resize a ${name}`]: edit((parts, random) => changed(parts, random, (part) => resize(part, random))),
    [`rename a ${name}`]: edit((parts, random) => changed(parts, random, (part) => rename(part, random))),
    [`add a ${name}`]: edit((parts, random) => inserted(parts, randomIndex(parts.length, random), create(random))),
  }
}

/** A part of a PNG or WebP file. */
export interface Chunk {
  readonly type: string
  readonly data: Buffer
}

export const chunkMutations = (
  edit: EditParts<Chunk>,
  types: readonly string[],
  sizes: readonly number[],
  repeat?: (random: Random) => number,
): Mutations =>
  partMutations('chunk', edit, {
    resize: ({ type, data }, random) => ({ type, data: resized(data, random) }),
    rename: ({ data }, random) => ({ type: random.pick(types), data }),
    create: (random) => ({ type: random.pick(types), data: randomBytes(random, random.pick(sizes)) }),
    ...(repeat && { repeat }),
  })
