import { isErrorCode, RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { RecognitionType } from '../../../miniprogram/vehicle-license/recognition'
import type { PictureResult } from '../../../server/batches/batch'
import { TOKEN_PATH } from '../../../recognition/wechat/api'
import { UsageError } from '../../command/errors'
import type { FileBytes } from './read-chunks'

export interface Progress {
  readonly total: number
  readonly workers: number
  /** New results. */
  readonly results: readonly PictureResult[]
}

/** A client of the companion server. Rejects with the RecognitionError of a reply. */
export interface ServerClient {
  /** @throws UsageError if the server refuses the credentials */
  logIn(): Promise<void>
  /** Sends a batch and returns its id. */
  send(type: RecognitionType, pictures: readonly FileBytes[]): Promise<string>
  /** @param after - number of results already received */
  read(batch: string, after: number): Promise<Progress>
}

/** ms for a request with its pictures; the same as the server's timeout */
const TIMEOUT_MS = 60_000

interface Reply {
  readonly ok: boolean
  readonly json: Readonly<Record<string, unknown>>
}

/** @throws RecognitionError `NETWORK_UNAVAILABLE` without a reply, `ENGINE_UNAVAILABLE` if it is not JSON */
async function fetchJson(url: string, init: RequestInit): Promise<Reply> {
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

/** @throws UsageError unless API_CLIENT is ID:SECRET */
export function createServerClient(url: string, apiClient: string | undefined): ServerClient {
  const [, appid, secret] = /^([^:]+):(.+)$/.exec(apiClient ?? '') ?? []
  if (appid === undefined) throw new UsageError('--server needs API_CLIENT=ID:SECRET in the environment')
  let token: Promise<string> | undefined

  async function requestToken(): Promise<string> {
    const credentials = JSON.stringify({ grant_type: 'client_credential', appid, secret })
    const { json } = await fetchJson(url + TOKEN_PATH, { method: 'POST', body: credentials })
    if (typeof json.access_token === 'string') return json.access_token
    if (typeof json.errcode === 'number') throw new UsageError(`${url} does not accept this API_CLIENT`)
    throw errorOf({ ok: false, json })
  }

  async function request(path: string, init: RequestInit): Promise<Reply['json']> {
    token ??= requestToken()
    try {
      const reply = await fetchJson(url + path, { ...init, headers: { authorization: `Bearer ${await token}` } })
      if (!reply.ok) throw errorOf(reply)
      return reply.json
    } catch (error) {
      // The token may have expired, so the next request logs in again.
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
      // File names are not sent: they may contain a plate number.
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
