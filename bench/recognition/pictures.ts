import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { ROOT } from '../../scripts/paths'
import { type Tilt, tilt } from './tilt'

export const CACHE = `${ROOT}/bench/.cache`
const GENERATOR = `${ROOT}/scripts/licenses`
const TILT = `${ROOT}/bench/recognition/tilt.ts`

export type Split = 'dev' | 'test'
/** Levels that every engine reads, upright. */
export const LEVELS = ['clean', 'normal', 'hard', 'electronic'] as const
export type Level = (typeof LEVELS)[number]
/** Degrees clockwise */
export type Turn = 0 | 90 | 180 | 270 | Tilt

/** A reproducible series of drawn pictures. */
type DrawnSet =
  | { readonly split: Split; readonly level: Level; readonly turn?: Turn }
  /** Pictures of other things. */
  | { readonly split: Split; readonly level: 'others' }

export type PictureSet = DrawnSet | { readonly level: 'specimens' }

/** A picture on disk. */
export interface Picture {
  readonly name: string
  readonly path: string
  /** Printed fields; empty for other things. */
  readonly truth: VehicleLicense
  readonly tags: readonly string[]
}

type Drawing = Omit<Picture, 'path'> & { readonly bytes: Uint8Array }

/** Rotations that the generator does not have, applied to the upright pictures. */
async function* tilted(set: DrawnSet, degrees: Tilt, from: number, count: number): AsyncIterable<Drawing> {
  const upright = await pictures(set, from + count)
  for (const { path, tags, ...picture } of upright.slice(from)) {
    const bytes = await tilt(await readFile(path), degrees)
    yield { ...picture, bytes, tags: [...tags, `turn-${degrees}`] }
  }
}

async function* draw(set: DrawnSet, from: number, count: number): AsyncIterable<Drawing> {
  // Loaded on demand: not needed if all pictures are cached.
  const { drawElectronic, drawLicenses, drawOthers } = await import('../../scripts/licenses/draw')
  if (set.level !== 'others') {
    const { split, level, turn = 0 } = set
    if (turn === 15 || turn === -15) {
      yield* tilted({ split, level }, turn, from, count)
      return
    }
    const drawn =
      level === 'electronic'
        ? drawElectronic(split, count, from, turn)
        : drawLicenses({ split, level, count, from, turn })
    for await (const { name, bytes, truth, tags } of drawn) {
      yield { name, bytes, truth, tags }
    }
    return
  }
  let place = 0
  for await (const { name, bytes } of drawOthers(set.split, from + count)) {
    if (place >= from) yield { name, bytes, truth: {}, tags: [] }
    place += 1
  }
}

/** Cache key: a changed generator draws other pictures. */
async function hashGenerator(): Promise<string> {
  const hash = createHash('sha256')
  const names = await readdir(GENERATOR, { recursive: true })
  for (const name of names.filter((one) => one.endsWith('.ts')).sort()) {
    hash.update(name).update(await readFile(join(GENERATOR, name)))
  }
  hash.update(await readFile(TILT))
  return hash.digest('hex').slice(0, 12)
}

const folderOf = (set: DrawnSet): string =>
  join(set.split, 'turn' in set && set.turn ? `${set.level}-turned-${set.turn}` : set.level)

/** Writes a file atomically. */
async function write(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${process.pid}`
  await writeFile(draft, content)
  await rename(draft, path)
}

const stem = (place: number): string => String(place).padStart(4, '0')

/**
 * The first `count` pictures of a set, cached in `bench/.cache`. A picture is complete if its truth exists, which is
 * written last.
 */
export async function pictures(set: DrawnSet, count: number): Promise<readonly Picture[]> {
  const folder = join(CACHE, `pictures-${await hashGenerator()}`, folderOf(set))
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  let place = 0
  while (there.has(`${stem(place)}.json`)) place += 1
  if (place < count) {
    for await (const { bytes, ...description } of draw(set, place, count - place)) {
      await write(join(folder, `${stem(place)}.picture`), bytes)
      await write(join(folder, `${stem(place)}.json`), JSON.stringify(description))
      place += 1
    }
  }
  const places = Array.from({ length: Math.min(count, place) }, (_, i) => join(folder, stem(i)))
  return Promise.all(
    places.map(async (path): Promise<Picture> => ({
      ...(JSON.parse(await readFile(`${path}.json`, 'utf8')) as Omit<Picture, 'path'>),
      path: `${path}.picture`,
    })),
  )
}
