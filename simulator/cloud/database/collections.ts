import { randomBytes } from 'node:crypto'
import { ENVIRONMENT } from '../identity'

/** A document of the cloud database; its `_id` is a string or a number. */
export type Document = Record<string, unknown>

/** The cloud database, in memory: collections by name, documents by `_id`. */
export type Database = Map<string, Map<unknown, Document>>

/** A failure as the cloud's gateway tells it; the SDK makes a number of the code. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'

  constructor(
    readonly code: 'DATABASE_REQUEST_FAILED' | 'DATABASE_COLLECTION_NOT_EXIST' | 'INVALID_PARAM',
    message: string,
  ) {
    super(message)
  }
}

/** @throws DatabaseError where there is no such collection: none is made by writing to it */
export function findCollection(database: Database, name: string): Map<unknown, Document> {
  const found = database.get(name)
  if (found) return found
  throw new DatabaseError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}.`)
}

/** @throws DatabaseError where there is one of that name */
export function addCollection(database: Database, name: string): void {
  if (database.has(name)) throw new DatabaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] Table exist: ${name}.`)
  database.set(name, new Map())
}

/** Gives the document's id: its own, or a new one. @throws DatabaseError where that id is taken */
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
