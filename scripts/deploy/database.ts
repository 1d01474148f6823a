import { COLLECTIONS } from '../../cloudfunctions/vehicleLicense/src/state/collections'
import { ApiError, type Call } from './wechat-api'

/** WeChat has no code of its own for what is there already. */
const isThere = (error: unknown): boolean =>
  error instanceof ApiError && /exist/i.test(error.message) && !/not exist/i.test(error.message)

/** @returns false where it was there already @throws ApiError */
async function make(call: Call, path: string, body: object): Promise<boolean> {
  try {
    await call(path, body)
    return true
  } catch (error) {
    if (isThere(error)) return false
    throw error
  }
}

export interface MadeCollection {
  readonly name: string
  /** Whether it was not there before. */
  readonly isNew: boolean
  /** The fields it is indexed by. */
  readonly indexes: readonly string[]
}

/** Makes the collections and indexes that are not there yet. @throws ApiError */
export async function makeDatabase(call: Call, env: string): Promise<readonly MadeCollection[]> {
  const made: MadeCollection[] = []
  for (const { name, indexes } of Object.values(COLLECTIONS)) {
    const isNew = await make(call, '/tcb/databasecollectionadd', { env, collection_name: name })
    const create_indexes = indexes.map((field) => ({
      name: `${field}_1`,
      unique: false,
      keys: [{ name: field, direction: '1' }],
    }))
    const body = { env, collection_name: name, create_indexes, drop_indexes: [] }
    if (create_indexes.length > 0) await make(call, '/tcb/updateindex', body)
    made.push({ name, isNew, indexes })
  }
  return made
}
