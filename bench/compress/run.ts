import { readFile, writeFile } from 'node:fs/promises'
import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import { compare, shareRight } from '../recognition/compare'
import { CACHE } from '../recognition/pictures'
import { type EngineProcess, startEngine } from '../recognition/processes/start'
import { openPage, type Compressed } from './page'
import type { Picture } from './pictures'
import { similarity } from './similarity'

export const METHODS = [
  'ours',
  'browser-image-compression',
  'browser-image-compression, our side',
  'compressorjs',
  'compressorjs, our side',
] as const

export const FLOOR = 'floor'

export type Method = (typeof METHODS)[number] | typeof FLOOR

/** One picture, compressed by one method. */
export interface Run {
  readonly method: Method
  readonly picture: Picture
  readonly ms: number
  readonly encodes: number
  readonly bytes: number
  readonly isOver: boolean
  readonly similarity: number
  /** Share of correct fields before and after compression, 0..1. */
  readonly before: number
  readonly after: number
}

type Timed = Compressed & { readonly method: Method; readonly picture: Picture }

/** Compresses every picture by every method, in rotating order, so that other load affects all alike. */
async function compressAll(pictures: readonly Picture[]): Promise<readonly Timed[]> {
  const page = await openPage(pictures)
  const methods: readonly Method[] = [...METHODS, FLOOR]
  const done: Timed[] = []
  try {
    // Warm up: the first use of a method compiles code and starts workers.
    const [first] = pictures
    for (const method of methods) if (first) await page.compress(method, first)
    for (const [place, picture] of pictures.entries()) {
      const begin = place % methods.length
      for (const method of [...methods.slice(begin), ...methods.slice(0, begin)]) {
        done.push({ method, picture, ...(await page.compress(method, picture)) })
      }
    }
  } finally {
    await page.close()
  }
  return done
}

async function shareRead(engine: EngineProcess, path: string, { truth }: Picture): Promise<number> {
  const { outcome } = await engine.read(path)
  return shareRight(compare(truth, outcome.kind === 'read' ? outcome.read : undefined))
}

async function readAll(timed: readonly Timed[]): Promise<readonly Run[]> {
  const engine = startEngine('ours')
  const path = `${CACHE}/compressed.picture`
  const before = new Map<string, number>()
  const runs: Run[] = []
  try {
    for (const { picture } of timed) {
      if (!before.has(picture.name)) before.set(picture.name, await shareRead(engine, picture.path, picture))
    }
    for (const { method, picture, ms, encodes, bytes } of timed) {
      if (method === FLOOR) continue
      await writeFile(path, bytes)
      runs.push({
        method,
        picture,
        ms,
        encodes,
        bytes: bytes.length,
        isOver: bytes.length >= MAX_SENT_BYTES,
        similarity: await similarity(await readFile(picture.path), bytes),
        before: before.get(picture.name) ?? NaN,
        after: await shareRead(engine, path, picture),
      })
    }
  } finally {
    await engine.stop()
  }
  return runs
}

export interface Floor {
  readonly picture: Picture
  readonly ms: number
}

/** Compresses everything first, then compares and reads, so that reading does not disturb the timing. */
export async function runAll(
  pictures: readonly Picture[],
): Promise<{ readonly runs: readonly Run[]; readonly floors: readonly Floor[] }> {
  const timed = await compressAll(pictures)
  return { runs: await readAll(timed), floors: timed.filter(({ method }) => method === FLOOR) }
}
