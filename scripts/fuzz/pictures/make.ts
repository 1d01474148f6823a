import { createRandom, type Random } from '../../licenses/random'
import { BYTES } from '../mutate/bytes'
import { CONTAINERS } from '../mutate/containers'
import { JPEG } from '../mutate/jpeg'
import type { Mutations } from '../mutate/mutation'
import { PNG } from '../mutate/png'
import { WEBP } from '../mutate/webp'
import { createSeeds, type Format } from './seeds'

export interface FuzzPicture {
  /** How it was made. */
  readonly name: string
  readonly bytes: Buffer
  /** Whether the engine reads it even if the inspection rejects it. */
  readonly isForced: boolean
}

const OF_FORMAT: Readonly<Record<Format, Mutations>> = { jpeg: JPEG, png: PNG, webp: WEBP }
const CONTAINER_SHARE = 0.08
const FORCED_SHARE = 0.25
/** Just above the limit for picked pictures. */
const MAX_BYTES = 21 * 1024 * 1024

/** Makes pictures by number; reproducible for the same seed. */
export function createMaker(seed: string): (number: number) => Promise<FuzzPicture> {
  const pickSeed = createSeeds()

  async function mutated(random: Random): Promise<{ name: string; bytes: Buffer }> {
    const { name, format, bytes } = await pickSeed(random)
    const other = await pickSeed(random)
    const names = [name]
    let result = bytes
    for (let times = random.pick([1, 1, 1, 2, 2, 3]); times > 0; times--) {
      const mutations = random.chance(0.3) ? BYTES : OF_FORMAT[format]
      const [mutation, apply] = random.pick(Object.entries(mutations))
      names.push(mutation)
      result = apply(result, random, other.bytes)
    }
    return { name: names.join(', '), bytes: result }
  }

  function byHand(random: Random): { name: string; bytes: Buffer } {
    const [name, make] = random.pick(Object.entries(CONTAINERS))
    return { name, bytes: make(random) }
  }

  return async (number) => {
    const random = createRandom(`pictures/${seed}/${number}`)
    const isForced = random.chance(FORCED_SHARE)
    const { name, bytes } = random.chance(CONTAINER_SHARE) ? byHand(random) : await mutated(random)
    return { name, bytes: bytes.subarray(0, MAX_BYTES), isForced }
  }
}
