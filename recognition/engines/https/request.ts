import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'

/** The reason of a failed fetch without its text, which may hold the address and the token in it. */
function reasonOf(error: unknown): { code: string } {
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return { code: typeof code === 'string' ? code : 'FETCH_FAILED' }
}

const ofStatus = (status: number): RecognitionError =>
  new RecognitionError(status === 429 || status === 503 ? 'ENGINE_BUSY' : 'ENGINE_UNAVAILABLE', {
    cause: { code: `HTTP_${status}` },
  })

/**
 * POSTs and reads the reply as JSON.
 *
 * @throws RecognitionError `ENGINE_BUSY` or `ENGINE_UNAVAILABLE`, whose cause names neither address nor body;
 *   the signal's reason when it aborts.
 */
export async function postForJson(url: URL, body: FormData | string, signal: AbortSignal): Promise<unknown> {
  try {
    const headers = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
    const response = await fetch(url, { method: 'POST', body, headers, signal, redirect: 'error' })
    if (!response.ok) throw ofStatus(response.status)
    return await response.json()
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof RecognitionError) throw error
    throw new RecognitionError('ENGINE_UNAVAILABLE', { cause: reasonOf(error) })
  }
}
