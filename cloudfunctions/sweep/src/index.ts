import { getCaller } from '../../vehicleLicense/src/cloud'
import { log, logWarning } from '../../vehicleLicense/src/log'
import { COLLECTIONS } from '../../vehicleLicense/src/state/collections'
import { sweepDocuments } from './documents'
import { sweepPictures, type SweptPictures } from './pictures'

export interface Swept {
  readonly pictures: SweptPictures
  /** documents */
  readonly counters: number
  readonly answers: number
}

const EMPTY: Swept = { pictures: { gone: 0, left: 0 }, counters: 0, answers: 0 }

/** Removes expired documents, and pictures left by crashes. Run by a timer; does nothing if a person calls it. */
export async function main(): Promise<Swept> {
  if (getCaller().openid !== '') return EMPTY

  /** If one task fails, the others go on. */
  async function attempt<T>(what: string, work: Promise<T>, fallback: T): Promise<T> {
    try {
      return await work
    } catch (error) {
      logWarning('sweep-failed', error, { what })
      return fallback
    }
  }

  const [pictures, counters, answers] = await Promise.all([
    attempt('pictures', sweepPictures(), EMPTY.pictures),
    attempt('counters', sweepDocuments(COLLECTIONS.counters.name), 0),
    attempt('answers', sweepDocuments(COLLECTIONS.answers.name), 0),
  ])
  const swept: Swept = { pictures, counters, answers }
  log.info(swept, 'sweep')
  return swept
}
