import { person } from '../runtime/person'
import { Failure } from './api'

const OFFLINE = -1

/** What the cloud half answers with where it fails. */
interface CloudError {
  errCode?: number
  errMsg?: string
}

/** The cloud's own code and words for an answer that is no success. */
export function failureFrom(body: unknown, status: number): Failure {
  const { errCode = OFFLINE, errMsg = `HTTP ${status}` } = (body ?? {}) as CloudError
  return new Failure(errMsg, { errCode })
}

/**
 * Asks the cloud half.
 *
 * @param path below `/cloud/`.
 * @throws Failure with errCode -1 where it cannot be reached, else with its own code.
 */
export async function postCloud<T>(path: string, data: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json', 'x-simulated-person': person() }
  const request = { method: 'POST', headers, body: JSON.stringify(data) }
  const response = await fetch(`/cloud/${path}`, request).catch(() => {
    throw unreachable()
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw failureFrom(body, response.status)
  return body as T
}

export const unreachable = (): Failure => new Failure('request:fail the network is unreachable', { errCode: OFFLINE })
