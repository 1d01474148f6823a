import { isErrorCode, RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { RecognitionType } from '../../../miniprogram/vehicle-license/recognition'
import type { PictureResult } from '../../../server/batches/batch'
import { TOKEN_PATH } from '../../../recognition/wechat/api'
import { UsageError } from '../../command/errors'
import type { Picture } from './pieces'

export interface Progress {
  readonly total: number
  readonly workers: number
  /** Those that were not told before. */
  readonly results: readonly PictureResult[]
}

/** A companion server, as this command uses it. What goes wrong comes as a RecognitionError of its reply. */
export interface ServerClient {
  /** @throws UsageError where the server does not know who asks */
  logIn(): Promise<void>
  /** Sends a batch and gives its id. */
  send(type: RecognitionType, pictures: readonly Picture[]): Promise<string>
  /** @param after - results that are known already */
  read(batch: string, after: number): Promise<Progress>
}

/** ms for a request, its pictures included; the server gives as much */
const TIMEOUT_MS = 60_000

interface Reply {
  readonly ok: boolean
  readonly json: Readonly<Record<string, unknown>>
}

/** Asks for JSON. A server that is not there is `NETWORK_UNAVAILABLE`, one that is not ours `ENGINE_UNAVAILABLE`. */
async function ask(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((cause: unknown) => {
    throw new RecognitionError('NETWORK_UNAVAILABLE', { cause })
  })
  const json: unknown = await response.json().catch(() => undefined)
  if (typeof json !== 'object' || json === null) throw new RecognitionError('ENGINE_UNAVAILABLE')
  return { ok: response.ok, json: json as Reply['json'] }
}

function errorOf({ json }: Reply): RecognitionError {
  const { code } = (json.error ?? {}) as { code?: unknown }
  return new RecognitionError(isErrorCode(code) ? code : 'ENGINE_UNAVAILABLE')
}

/** @throws UsageError where API_CLIENT is not ID:SECRET */
export function createServerClient(url: string, apiClient: string | undefined): ServerClient {
  const [, appid, secret] = /^([^:]+):(.+)$/.exec(apiClient ?? '') ?? []
  if (appid === undefined) throw new UsageError('--server needs API_CLIENT=ID:SECRET in the environment')
  let token: Promise<string> | undefined

  async function requestToken(): Promise<string> {
    const credentials = JSON.stringify({ grant_type: 'client_credential', appid, secret })
    const { json } = await ask(url + TOKEN_PATH, { method: 'POST', body: credentials })
    if (typeof json.access_token === 'string') return json.access_token
    if (typeof json.errcode === 'number') throw new UsageError(`${url} does not take this API_CLIENT`)
    throw errorOf({ ok: false, json })
  }

  async function request(path: string, init: RequestInit): Promise<Reply['json']> {
    token ??= requestToken()
    try {
      const reply = await ask(url + path, { ...init, headers: { authorization: `Bearer ${await token}` } })
      if (!reply.ok) throw errorOf(reply)
      return reply.json
    } catch (error) {
      // The next request logs in again: this one's token may have expired, or there is none.
      token = undefined
      throw error
    }
  }

  return {
    async logIn() {
      token = requestToken()
      await token
    },
    async send(type, pictures) {
      const body = new FormData()
      body.append('type', type)
      // The files' names stay here: they may hold a plate.
      for (const { bytes } of pictures) body.append('image', new Blob([new Uint8Array(bytes)]), 'image')
      const { id } = await request('/batches', { method: 'POST', body })
      return String(id)
    },
    async read(batch, after) {
      const state = await request(`/batches/${batch}?after=${after}`, {})
      return state as unknown as Progress
    },
  }
}
