import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { withDeadline } from '../../../../recognition/deadline'
import { database } from '../cloud'

/** One call of the database usually takes 10 to 100 ms; one that takes so long is given up. */
const CALL_MS = 3_000
const NO_SUCH_COLLECTION = -502005
/** Told as a general failure of the database, -502001: only the message, MongoDB's, says which. */
const DUPLICATE = /E11000|duplicate key/i

/** Conditions and changes for `Store`: `command.lt`, `command.inc`, … */
export const { command } = database

type Fields<T> = Readonly<Partial<Record<keyof T | '_id', unknown>>>

/**
 * A collection of the cloud database, which is made when it is first needed. Whatever fails is
 * a `RecognitionError` `ENGINE_BUSY`: without the counts, nothing is spent.
 */
export interface Store<T> {
  /** @returns false where the id is taken */
  insert(id: string, document: T): Promise<boolean>
  find(id: string): Promise<T | undefined>
  /** The first so many by `expireAt`, at most 1,000. */
  list(where: Fields<T>, limit: number): Promise<readonly (T & { readonly _id: string })[]>
  /** Atomic for each document. @returns how many were changed */
  update(where: Fields<T>, changes: Fields<T>): Promise<number>
  /** @returns how many there were */
  remove(where: Fields<T>): Promise<number>
}

/** The SDK's types allow for callbacks, which its server edition has not. */
type Reply<C> = Extract<C, Promise<unknown>>
const reply = <C>(call: C): Reply<C> => call as Reply<C>

const messageOf = (error: unknown): string => String((error as { errMsg?: unknown } | null)?.errMsg)
const isAbsent = (error: unknown): boolean => (error as { errCode?: unknown } | null)?.errCode === NO_SUCH_COLLECTION

export function openStore<T extends object>(name: string): Store<T> {
  const collection = database.collection(name)

  async function makingCollection<R>(run: () => Promise<R>): Promise<R> {
    try {
      return await run()
    } catch (error) {
      if (!isAbsent(error)) throw error
      // Another process may have made it meanwhile; if nobody has, the repeated call says so.
      await database.createCollection(name).catch(() => undefined)
      return run()
    }
  }

  async function bounded<R>(run: () => Promise<R>): Promise<R> {
    try {
      return await withDeadline(CALL_MS, () => makingCollection(run))
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
