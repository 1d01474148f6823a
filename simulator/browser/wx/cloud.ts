import { Failure } from './api'

const OFFLINE = -1

/** What the cloud half answers with where it fails. */
interface CloudError {
  errCode?: number
  errMsg?: string
}

/** @throws Failure with the cloud's own code and words. */
export function failWith(body: unknown, status: number): never {
  const { errCode = OFFLINE, errMsg = `HTTP ${status}` } = (body ?? {}) as CloudError
  throw new Failure(errMsg, { errCode })
}

/**
 * Asks the cloud half.
 *
 * @param path below `/cloud/`.
 * @throws Failure with errCode -1 where it cannot be reached, else with its own code.
 */
export async function postCloud<T>(path: string, data: unknown): Promise<T> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(data) }
  const response = await fetch(`/cloud/${path}`, request).catch(() => {
    throw unreachable()
  })
  const body: unknown = await response.json().catch(() => undefined)
  return response.ok ? (body as T) : failWith(body, response.status)
}

export const unreachable = (): Failure => new Failure('request:fail the network is unreachable', { errCode: OFFLINE })
