import { DATABASE_ACTIONS } from './actions'
import { type Database, DatabaseError } from './collections'

/** A call such as `insertDocument` or `getDocument` on a collection. */
export interface DatabaseCall {
  readonly action: string
  readonly collection: string
}

/** A failure before the database responds. */
export type DatabaseFailure =
  'hang' | 'reset' | { readonly status: number } | { readonly code: string; readonly message: string }

/** Injects a failure in tests; `undefined` lets the call pass. */
export type DatabaseFault = (call: DatabaseCall) => DatabaseFailure | undefined

export type DatabaseReply = DatabaseFailure | { readonly data: object }

const PREFIX = 'database.'

/** @returns undefined for an unsupported action */
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
