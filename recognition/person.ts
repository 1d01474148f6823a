import { createHmac } from 'node:crypto'

const LENGTH = 22

/**
 * Gives what stands for a person in counters and logs: a keyed hash of the openid, which tells nobody without the
 * key who it is.
 */
export const createPersonHash =
  (key: string | Uint8Array) =>
  (openid: string): string =>
    createHmac('sha256', key).update(openid).digest('base64url').slice(0, LENGTH)
