import { COLLECTIONS } from '../../cloudfunctions/vehicleLicense/src/state/collections'
import { ApiError, type Call } from './wechat-api'

/** WeChat has no error code for this. */
const alreadyExists = (error: unknown): boolean =>
  error instanceof ApiError && /exist/i.test(error.message) && !/not exist/i.test(error.message)

/** @returns false if it existed already @throws ApiError */
async function make(call: Call, path: string, body: object): Promise<boolean> {
  try {
    await call(path, body)
    return true
  } catch (error) {
    if (alreadyExists(error)) return false
    throw error
  }
}

export interface MadeCollection {
  readonly name: string
  readonly isNew: boolean
  /** Indexed fields. */
  readonly indexes: readonly string[]
}

/** Creates missing collections and indexes. @throws ApiError */
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
