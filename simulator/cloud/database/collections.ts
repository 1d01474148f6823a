import { randomBytes } from 'node:crypto'
import { ENVIRONMENT } from '../identity'

/** Its `_id` is a string or a number. */
export type Document = Record<string, unknown>

/** Collections by name, documents by `_id`, in memory. */
export type Database = Map<string, Map<unknown, Document>>

/** An error as the gateway reports it; the SDK maps the code to a number. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'

  constructor(
    readonly code: 'DATABASE_REQUEST_FAILED' | 'DATABASE_COLLECTION_NOT_EXIST' | 'INVALID_PARAM',
    message: string,
  ) {
    super(message)
  }
}

/** @throws DatabaseError if there is no such collection; writing does not create one */
export function findCollection(database: Database, name: string): Map<unknown, Document> {
  const found = database.get(name)
  if (found) return found
  throw new DatabaseError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}.`)
}

/** @throws DatabaseError if the collection exists */
export function addCollection(database: Database, name: string): void {
  if (database.has(name)) throw new DatabaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] Table exist: ${name}.`)
  database.set(name, new Map())
}

/** @returns the document's id, a new one if it has none @throws DatabaseError if the id is taken */
export function insert(database: Database, name: string, document: Document): unknown {
  const collection = findCollection(database, name)
  const id = document._id ?? randomBytes(16).toString('hex')
  if (collection.has(id)) {
    const where = `${ENVIRONMENT}.${name} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`
    const message = `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${where}}]}, {<nil>}]`
    throw new DatabaseError('DATABASE_REQUEST_FAILED', message)
  }
  collection.set(id, { _id: id, ...document })
  return id
}
