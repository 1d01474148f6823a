import { person } from '../runtime/person'
import { Failure } from './api'

const OFFLINE = -1

interface CloudError {
  errCode?: number
  errMsg?: string
}

/** The Failure for an error response of the simulated cloud. */
export function failureFrom(body: unknown, status: number): Failure {
  const { errCode = OFFLINE, errMsg = `HTTP ${status}` } = (body ?? {}) as CloudError
  return new Failure(errMsg, { errCode })
}

/**
 * Calls the simulated cloud.
 *
 * @param path below `/cloud/`
 * @throws Failure with the cloud's code, or -1 if it cannot be reached
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
