import { randomBytes } from 'node:crypto'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { createPersonHash } from '../../../../recognition/person'
import { COLLECTIONS } from './collections'
import { openStore } from './store'

const ID = 'persons'
const KEY_BYTES = 32

const store = openStore<{ readonly key: string }>(COLLECTIONS.keys.name)

/** The environment's key, created on first use and shared by all instances. */
async function loadKey(): Promise<string> {
  const found = await store.find(ID)
  if (found) return found.key
  const key = randomBytes(KEY_BYTES).toString('base64')
  if (await store.insert(ID, { key })) return key
  const existing = await store.find(ID)
  if (existing === undefined) throw new RecognitionError('ENGINE_BUSY')
  return existing.key
}

let loading: Promise<(openid: string) => string> | undefined

/**
 * The person's keyed hash. Each instance loads the key once.
 *
 * @throws RecognitionError `ENGINE_BUSY` if the key cannot be loaded
 */
export async function personOf(openid: string): Promise<string> {
  loading ??= loadKey().then(createPersonHash)
  try {
    return (await loading)(openid)
  } catch (error) {
    loading = undefined
    throw error
  }
}
