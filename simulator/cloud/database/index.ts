import { DATABASE_ACTIONS } from './actions'
import { type Database, DatabaseError } from './collections'

/** A call of the cloud database: `insertDocument`, `getDocument`, … of a collection. */
export interface DatabaseCall {
  readonly action: string
  readonly collection: string
}

/** What goes wrong before the database answers. */
export type DatabaseFailure =
  'hang' | 'reset' | { readonly status: number } | { readonly code: string; readonly message: string }

/** Answers in the place of the database, for trying out what goes wrong; `undefined` leaves the call alone. */
export type DatabaseFault = (call: DatabaseCall) => DatabaseFailure | undefined

export type DatabaseReply = DatabaseFailure | { readonly data: object }

const PREFIX = 'database.'

/** Answers an action of the database; `undefined` for one that this database does not have. */
export function answerDatabase(
  action: string,
  params: Readonly<Record<string, unknown>>,
  { database, fault }: { readonly database: Database; readonly fault?: DatabaseFault | undefined },
): DatabaseReply | undefined {
  const run = DATABASE_ACTIONS[action]
  if (run === undefined) return undefined
  const call = { action: action.slice(PREFIX.length), collection: String(params.collectionName) }
  const failure = fault?.(call)
  if (failure !== undefined) return failure
  try {
    return { data: run(params, database) }
  } catch (error) {
    if (error instanceof DatabaseError) return { code: error.code, message: error.message }
    throw error
  }
}
