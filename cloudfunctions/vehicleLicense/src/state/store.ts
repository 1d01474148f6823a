import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { withDeadline } from '../../../../recognition/deadline'
import { database } from '../cloud'

/** A database call usually takes 10 to 100 ms. */
const CALL_MS = 3_000
const NO_SUCH_COLLECTION = -502005
/** Reported with the general code -502001: only MongoDB's message tells. */
const DUPLICATE = /E11000|duplicate key/i

/** Operators for conditions and changes: `command.lt`, `command.inc`, … */
export const { command } = database

type Fields<T> = Readonly<Partial<Record<keyof T | '_id', unknown>>>

/** A collection of the cloud database, created on first use. All failures are a `RecognitionError` `ENGINE_BUSY`. */
export interface Store<T> {
  /** @returns false if the id exists */
  insert(id: string, document: T): Promise<boolean>
  find(id: string): Promise<T | undefined>
  /** Ordered by `expireAt`; at most 1,000. */
  list(where: Fields<T>, limit: number): Promise<readonly (T & { readonly _id: string })[]>
  /** Atomic per document. @returns the number of changed documents */
  update(where: Fields<T>, changes: Fields<T>): Promise<number>
  /** @returns the number of removed documents */
  remove(where: Fields<T>): Promise<number>
}

/** The SDK's types include callbacks, which its server edition does not support. */
type Reply<C> = Extract<C, Promise<unknown>>
const reply = <C>(call: C): Reply<C> => call as Reply<C>

const messageOf = (error: unknown): string => String((error as { errMsg?: unknown } | null)?.errMsg)
const isMissingCollection = (error: unknown): boolean =>
  (error as { errCode?: unknown } | null)?.errCode === NO_SUCH_COLLECTION

export function openStore<T extends object>(name: string): Store<T> {
  const collection = database.collection(name)

  async function creatingCollection<R>(run: () => Promise<R>): Promise<R> {
    try {
      return await run()
    } catch (error) {
      if (!isMissingCollection(error)) throw error
      // Fails if another process created it meanwhile; otherwise the retry fails.
      await database.createCollection(name).catch(() => undefined)
      return run()
    }
  }

  async function bounded<R>(run: () => Promise<R>): Promise<R> {
    try {
      return await withDeadline(CALL_MS, () => creatingCollection(run))
    } catch (cause) {
      throw new RecognitionError('ENGINE_BUSY', { cause })
    }
  }

  return {
    insert: (id, document) =>
      bounded(async () => {
        try {
          await reply(collection.add({ data: { _id: id, ...document } }))
          return true
        } catch (error) {
          if (DUPLICATE.test(messageOf(error))) return false
          throw error
        }
      }),
    find: (id) =>
      bounded(async () => {
        const { data } = await reply(collection.where({ _id: id }).limit(1).get())
        return data[0] as T | undefined
      }),
    list: (where, limit) =>
      bounded(async () => {
        const { data } = await reply(collection.where(where).orderBy('expireAt', 'asc').limit(limit).get())
        return data as (T & { _id: string })[]
      }),
    update: (where, data) => bounded(async () => (await reply(collection.where(where).update({ data }))).stats.updated),
    remove: (where) => bounded(async () => (await reply(collection.where(where).remove())).stats.removed),
  }
}
