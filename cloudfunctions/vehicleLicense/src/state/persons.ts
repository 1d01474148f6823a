import { randomBytes } from 'node:crypto'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { createPersonHash } from '../../../../recognition/person'
import { COLLECTIONS } from './collections'
import { openStore } from './store'

const ID = 'persons'
const KEY_BYTES = 32

const store = openStore<{ readonly key: string }>(COLLECTIONS.keys.name)

/** The key of this environment: made once, by whoever needs it first, and the same for all instances. */
async function loadKey(): Promise<string> {
  const found = await store.find(ID)
  if (found) return found.key
  const key = randomBytes(KEY_BYTES).toString('base64')
  if (await store.insert(ID, { key })) return key
  const others = await store.find(ID)
  if (others === undefined) throw new RecognitionError('ENGINE_BUSY')
  return others.key
}

let loading: Promise<(openid: string) => string> | undefined

/**
 * What stands for a person in counts and logs: see `createPersonHash`. Its key is fetched once by each instance.
 *
 * @throws RecognitionError `ENGINE_BUSY` where the key cannot be had
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
