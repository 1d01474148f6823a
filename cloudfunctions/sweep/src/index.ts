import { whoCalls } from '../../vehicleLicense/src/cloud'
import { log, logTrouble } from '../../vehicleLicense/src/log'
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

/** Clears away what is over and what crashes left. Run by a timer; a person who calls it does nothing with it. */
export async function main(): Promise<Swept> {
  if (whoCalls().openid !== '') return EMPTY

  /** One failing does not keep the others from their work. */
  async function attempt<T>(what: string, work: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work
    } catch (error) {
      logTrouble('sweep-failed', error, { what })
      return otherwise
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
